package id.setia.closing;

import id.setia.points.EntrySum;
import java.util.UUID;

/**
 * What the entries of a month come to for one funder; what is used counts positive, as what is given does.
 *
 * @param moved how the funder's points with members changed by the entries
 * @param debtMoved the part of it on members' debts
 */
record ClosingTotal(
        UUID funderId,
        long issued,
        long opening,
        long redeemed,
        long expired,
        long adjusted,
        long moved,
        long debtMoved) {

    static ClosingTotal nothing(UUID funderId) {
        return new ClosingTotal(funderId, 0, 0, 0, 0, 0, 0, 0);
    }

    static ClosingTotal of(EntrySum sum) {
        long points = sum.points();
        UUID funder = sum.funderId();
        return switch (sum.account()) {
            case AVAILABLE, PENDING, HELD -> new ClosingTotal(funder, 0, 0, 0, 0, 0, points, 0);
            case DEBT -> new ClosingTotal(funder, 0, 0, 0, 0, 0, points, points);
            case ISSUED -> new ClosingTotal(funder, -points, 0, 0, 0, 0, 0, 0);
            case OPENING -> new ClosingTotal(funder, 0, -points, 0, 0, 0, 0, 0);
            case REDEEMED -> new ClosingTotal(funder, 0, 0, points, 0, 0, 0, 0);
            case EXPIRED -> new ClosingTotal(funder, 0, 0, 0, points, 0, 0, 0);
            case ADJUSTED -> new ClosingTotal(funder, 0, 0, 0, 0, points, 0, 0);
        };
    }

    ClosingTotal plus(ClosingTotal more) {
        return new ClosingTotal(
                funderId,
                issued + more.issued,
                opening + more.opening,
                redeemed + more.redeemed,
                expired + more.expired,
                adjusted + more.adjusted,
                moved + more.moved,
                debtMoved + more.debtMoved);
    }

    /** Whether the entries belong to whole transactions. */
    boolean balanced() {
        return issued + opening - redeemed - expired - adjusted == moved;
    }
}
