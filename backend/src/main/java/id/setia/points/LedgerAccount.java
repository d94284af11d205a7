package id.setia.points;

import java.util.Locale;

/** The accounts of the ledger: four of each member, five of the programme. */
public enum LedgerAccount {
    AVAILABLE,
    PENDING,
    HELD,
    DEBT,
    ISSUED,
    OPENING,
    REDEEMED,
    EXPIRED,
    ADJUSTED;

    /** As the column keeps it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
