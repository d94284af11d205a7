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
    /** Points used for a reward. */
    REDEMPTION,
    /** A reward taken back: its points came back. */
    REDEMPTION_UNDONE,
    /** Points set aside. */
    HOLD,
    /** Points that were set aside, used; what was left over came back. */
    HOLD_CONFIRMATION,
    /** Points that were set aside, let go. */
    HOLD_CANCELLATION,
    /** Points that were set aside, let go because nobody confirmed in time. */
    HOLD_TIMEOUT,
    /** Points that paid, given back by a refund. */
    GIVE_BACK,
    ERASURE,
    /** One half of what two members' merging moved; both halves are one transaction. */
    MERGE,
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
