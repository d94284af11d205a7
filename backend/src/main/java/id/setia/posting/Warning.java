package id.setia.posting;

import java.util.Locale;

/** What a till should know of a purchase that was taken all the same. */
public enum Warning {
    TOTAL_DIFFERS,
    TENDERS_DIFFER,
    TENDERS_CHANGED,
    MEMBER_UNKNOWN,
    MEMBER_CLOSED,
    CARD_BLOCKED,
    DIFFERENT_MEMBER,
    FROM_THE_FUTURE,
    TOO_LATE,
    DETACHED,
    PARTNER_LEFT,
    POINTS_PENDING,
    PURCHASE_UNKNOWN,
    HOLD_MISSING,
    HOLD_UNKNOWN,
    HOLD_FOR_REWARD,
    HOLD_OF_ANOTHER_MEMBER,
    HOLD_EXPIRED,
    HOLD_ENDED,
    HOLD_TOO_SMALL,
    HOLD_AMOUNT_DIFFERS,
    HOLD_OUTSIDE_POLICY,
    CARD_NUMBER_SENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
