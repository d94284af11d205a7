package id.setia.closing;

import java.util.Locale;

/** How far the closing of a month is. */
enum ClosingState {
    /** Members are gone through. */
    RUNNING,
    /** A first count is taken back, since it cut a transaction in two. */
    RESTARTING,
    /** It does not agree with the ledger; somebody has to look. */
    UNRECONCILED,
    /** Done, and never changes again. */
    CLOSED;

    /** As the column and the answers keep it. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ClosingState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
