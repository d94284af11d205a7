package id.setia.figures;

import id.setia.points.BookedTransaction;
import id.setia.points.LedgerAccount;

/** What was given and used in some time, as the programme's accounts say: positive where more came than went. */
record DayPoints(long issued, long opening, long redeemed, long expired, long adjusted) {

    static final DayPoints NOTHING = new DayPoints(0, 0, 0, 0, 0);

    static DayPoints of(BookedTransaction transaction) {
        return new DayPoints(
                -transaction.on(LedgerAccount.ISSUED),
                -transaction.on(LedgerAccount.OPENING),
                transaction.on(LedgerAccount.REDEEMED),
                transaction.on(LedgerAccount.EXPIRED),
                transaction.on(LedgerAccount.ADJUSTED));
    }

    DayPoints plus(DayPoints more) {
        return new DayPoints(
                issued + more.issued,
                opening + more.opening,
                redeemed + more.redeemed,
                expired + more.expired,
                adjusted + more.adjusted);
    }

    /** By how much more is outstanding afterwards. */
    long outstanding() {
        return issued + opening - redeemed - expired - adjusted;
    }
}
