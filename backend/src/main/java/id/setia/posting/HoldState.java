package id.setia.posting;

import java.util.Locale;

/** What became of a hold. */
public enum HoldState {
    OPEN,
    /** Used, in whole or in part; what was left over came back. */
    CONFIRMED,
    CANCELLED,
    /** Not confirmed in time; the points came back. */
    EXPIRED;

    /** As it stands in answers, {@code open}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HoldState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
