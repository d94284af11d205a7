package id.setia.points;

import java.util.UUID;

/**
 * The ledger's sums for one funder; issued + opening = redeemed + expired + adjusted + outstanding.
 *
 * @param outstanding of the members' lots and debts, not of the entries
 */
public record FunderTotals(
        UUID funderId, long issued, long opening, long redeemed, long expired, long adjusted, long outstanding) {

    public boolean balanced() {
        return issued + opening == redeemed + expired + adjusted + outstanding;
    }
}
