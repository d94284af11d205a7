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
    JOIN_BONUS,
    /** Points brought over from another system. */
    OPENING,
    SPEND,
    /** Points used for a reward. */
    REDEMPTION,
    /** A reward taken back: its points came back. */
    REDEMPTION_UNDONE,
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
