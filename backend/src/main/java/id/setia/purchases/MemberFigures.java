package id.setia.purchases;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a member bought in some days, purchases taken back whole left out.
 *
 * @param lastPurchase the programme's day of the latest
 * @param purchases how many, 1 or more
 * @param spend what was paid less what was given back, in smallest units
 */
public record MemberFigures(UUID memberId, LocalDate lastPurchase, long purchases, long spend) {

    /** The same of another member. */
    public MemberFigures countingFor(UUID other) {
        return new MemberFigures(other, lastPurchase, purchases, spend);
    }
}
