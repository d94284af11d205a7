package id.setia.points;

import java.util.UUID;

/**
 * The ledger's sums for one funder; issued + opening = redeemed + expired + adjusted + outstanding.
 *
 * @param outstanding of the members' lots and debts, not of the entries
 */
public record FunderTotals(
        UUID funderId, long issued, long opening, long redeemed, long expired, long adjusted, long outstanding) {

    static final UUID NOBODY = new UUID(0, 0);

    /** The same sums as another's. */
    FunderTotals of(UUID funder) {
        return new FunderTotals(funder, issued, opening, redeemed, expired, adjusted, outstanding);
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
