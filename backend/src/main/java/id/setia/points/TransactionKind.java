package id.setia.points;

import java.util.Locale;

/** Why points moved. */
public enum TransactionKind {
    PURCHASE,
    REFUND,
    REVERSAL,
    ADJUSTMENT,
    REVIEW_RELEASE,
    REVIEW_WITHDRAWAL,
    /** A purchase was judged again, without a version of a rule or with another in its place. */
    REJUDGEMENT,
    JOIN_BONUS,
    PROFILE_BONUS,
    REFERRAL_BONUS,
    BIRTHDAY_BONUS,
    /** For an event that a partner's system told of. */
    EVENT_BONUS,
    /** Points brought over from another system. */
    OPENING,
    SPEND,
    ERASURE,
    EXPIRY,
    RELEASE;

    /** As the column and the answers keep it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TransactionKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
