package id.setia.posting;

import java.util.Locale;

/** What a till should know of a purchase that was taken all the same. */
public enum Warning {
    TOTAL_DIFFERS,
    MEMBER_UNKNOWN,
    MEMBER_CLOSED,
    CARD_BLOCKED,
    DIFFERENT_MEMBER,
    FROM_THE_FUTURE,
    TOO_LATE,
    DETACHED,
    PARTNER_LEFT,
    POINTS_PENDING,
    PURCHASE_UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
