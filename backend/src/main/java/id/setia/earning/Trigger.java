package id.setia.earning;

import java.util.Locale;

/** What makes a rule look. */
public enum Trigger {
    PURCHASE,
    JOIN,
    PROFILE_COMPLETED,
    /** A friend who named the member made their first purchase. */
    REFERRER,
    /** The member named a friend and made their first purchase. */
    REFERRED,
    BIRTHDAY,
    /** Something a partner's system tells of, by its code. */
    CUSTOM;

    /** As it stands in answers, {@code purchase}. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
