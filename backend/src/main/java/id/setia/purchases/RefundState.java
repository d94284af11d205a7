package id.setia.purchases;

import java.util.Locale;

/** What became of a refund: it waits for its purchases, then it is applied, or refused where they hold less than it takes back. */
public enum RefundState {
    APPLIED,
    WAITING,
    REFUSED;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
