package id.setia.tiers;

import java.util.Locale;

/** Why a member's tier is what it is. */
public enum StandingCause {
    JOINED,
    /** Brought over from another system. */
    IMPORTED,
    RUN,
    LATE_PURCHASE,
    /** Reached by a purchase under a policy that raises at once. */
    PURCHASE,
    /** Given by staff until a day. */
    GRANTED,
    /** Promised to somebody who was merged into the member. */
    MERGED;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StandingCause of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
