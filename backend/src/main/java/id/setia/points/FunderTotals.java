package id.setia.points;

import java.util.UUID;

/**
 * The ledger's sums for one funder; issued + opening = redeemed + expired + adjusted + outstanding.
 *
 * @param outstanding of the members' lots and debts, not of the entries
 */
public record FunderTotals(
        UUID funderId, long issued, long opening, long redeemed, long expired, long adjusted, long outstanding) {

    /** Of one who has nothing but this outstanding. */
    static FunderTotals outstanding(UUID funder, long points) {
        return new FunderTotals(funder, 0, 0, 0, 0, 0, points);
    }

    FunderTotals plus(FunderTotals other) {
        return new FunderTotals(
                funderId,
                issued + other.issued,
                opening + other.opening,
                redeemed + other.redeemed,
                expired + other.expired,
                adjusted + other.adjusted,
                outstanding + other.outstanding);
    }

    public boolean balanced() {
        return issued + opening == redeemed + expired + adjusted + outstanding;
    }
}
