package id.setia.notices;

import java.util.Locale;

/** What a notice tells. */
enum NoticeKind {
    POINTS_EARNED(NoticeTopic.POINTS_IN),
    BONUS_EARNED(NoticeTopic.POINTS_IN),
    POINTS_PENDED(NoticeTopic.POINTS_IN),
    POINTS_RELEASED(NoticeTopic.POINTS_IN),
    RECEIPT_ATTACHED(NoticeTopic.POINTS_IN),
    RECEIPT_MOVED(NoticeTopic.POINTS_OUT),
    RECEIPT_DETACHED(NoticeTopic.POINTS_OUT),
    POINTS_WITHDRAWN(NoticeTopic.POINTS_OUT),
    POINTS_ADDED(NoticeTopic.POINTS_IN),
    POINTS_TAKEN(NoticeTopic.POINTS_OUT),
    REFUND_TAKEN(NoticeTopic.POINTS_OUT),
    REFUND_NOTED(NoticeTopic.POINTS_IN),
    POINTS_EXPIRING(NoticeTopic.EXPIRY),
    TIER_RAISED(NoticeTopic.TIER),
    TIER_LOWERED(NoticeTopic.TIER),
    CASE_ANSWERED(NoticeTopic.CASES),
    OFFER_ANNOUNCED(NoticeTopic.OFFERS),
    NEW_SIGN_IN(NoticeTopic.SECURITY),
    EMAIL_CHANGED(NoticeTopic.SECURITY),
    PHONE_CHANGED(NoticeTopic.SECURITY),
    NUMBER_RELEASED(NoticeTopic.SECURITY),
    MEMBER_FROZEN(NoticeTopic.SECURITY),
    MEMBER_UNFROZEN(NoticeTopic.SECURITY),
    CARD_ADDED(NoticeTopic.SECURITY),
    CARD_BLOCKED(NoticeTopic.SECURITY),
    CARD_REPLACED(NoticeTopic.SECURITY),
    CLOSING_ASKED(NoticeTopic.SECURITY),
    CLOSING_TAKEN_BACK(NoticeTopic.SECURITY);

    private final NoticeTopic topic;

    NoticeKind(NoticeTopic topic) {
        this.topic = topic;
    }

    NoticeTopic topic() {
        return topic;
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
