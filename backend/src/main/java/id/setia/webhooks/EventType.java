package id.setia.webhooks;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events that are shown outside. A type of the feed that does not stand here is shown to nobody. */
enum EventType {
    PURCHASE_POSTED("purchase.posted", EventAudience.SHARING, PurchaseEventData.class, "A purchase was posted, of a member or of nobody yet."),
    PURCHASE_ATTACHED("purchase.attached", EventAudience.SHARING, PurchaseEventData.class, "A purchase of nobody was given to a member."),
    PURCHASE_MOVED("purchase.moved", EventAudience.SHARING, PurchaseEventData.class, "A purchase was moved; told to the member it left and to the one it came to."),
    PURCHASE_DETACHED("purchase.detached", EventAudience.SHARING, PurchaseEventData.class, "A purchase was taken from a member."),
    PURCHASE_CONFIRMED("purchase.confirmed", EventAudience.SHARING, PurchaseEventData.class, "A purchase was confirmed; points that waited for it can be used."),
    PURCHASE_REJUDGED("purchase.rejudged", EventAudience.SHARING, RejudgedPurchaseEventData.class, "A purchase was judged again and its points put right."),
    REFUND_POSTED("refund.posted", EventAudience.SHARING, RefundEventData.class, "A refund was booked."),
    REFUND_REFUSED("refund.refused", EventAudience.SHARING, RefusedRefundEventData.class, "A refund that came before its purchase was refused."),
    POINTS_EARNED("points.earned", EventAudience.SHARING, EarnedPointsEventData.class, "A member got points for something else than a purchase."),
    POINTS_ADJUSTED("points.adjusted", EventAudience.SHARING, AdjustedPointsEventData.class, "Staff added or took points."),
    POINTS_PENDED("points.pended", EventAudience.SHARING, ReviewedPointsEventData.class, "Points of a purchase wait for a check."),
    POINTS_RELEASED("points.released", EventAudience.SHARING, ReviewedPointsEventData.class, "Points that waited for a check can be used."),
    POINTS_WITHDRAWN("points.withdrawn", EventAudience.SHARING, ReviewedPointsEventData.class, "Points that waited for a check were withdrawn."),
    HOLD_CREATED("hold.created", EventAudience.SHARING, HoldEventData.class, "Points were set aside."),
    HOLD_CONFIRMED("hold.confirmed", EventAudience.SHARING, HoldEventData.class, "Points set aside were used."),
    HOLD_CANCELLED("hold.cancelled", EventAudience.SHARING, HoldEventData.class, "Points set aside were let go."),
    HOLD_EXPIRED("hold.expired", EventAudience.SHARING, HoldEventData.class, "The time of points set aside was over."),
    HOLD_POINTS_GIVEN_BACK("hold.points_given_back", EventAudience.SHARING, HoldEventData.class, "A refund gave back points that had paid."),
    REWARD_REDEEMED("reward.redeemed", EventAudience.SHARING, RedemptionEventData.class, "A member took a reward."),
    REDEMPTION_CANCELLED("redemption.cancelled", EventAudience.SHARING, RedemptionEventData.class, "A reward was given back for its points."),
    REWARD_ORDER_CHANGED("reward_order.changed", EventAudience.SHARING, RewardOrderEventData.class, "An order of a thing moved on or was cancelled."),
    VOUCHER_REVEALED("voucher.revealed", EventAudience.SHARING, VoucherEventData.class, "A member looked at the code of a voucher."),
    VOUCHER_USED("voucher.used", EventAudience.SHARING, VoucherEventData.class, "A voucher was used."),
    VOUCHER_RETURNED("voucher.returned", EventAudience.SHARING, VoucherEventData.class, "The use of a voucher was undone."),
    VOUCHER_EXPIRED("voucher.expired", EventAudience.SHARING, VoucherEventData.class, "A voucher was not used in time."),
    OFFER_ACTIVATED("offer.activated", EventAudience.SHARING, OfferActivationEventData.class, "A member activated an offer, or was given it."),
    OFFER_DEACTIVATED("offer.deactivated", EventAudience.SHARING, OfferActivationEventData.class, "A member no longer has an offer activated."),
    TIER_CHANGED("tier.changed", EventAudience.SHARING, TierEventData.class, "A member reached or left a tier."),
    MEMBER_JOINED("member.joined", EventAudience.SHARING, MembershipEventData.class, "Somebody joined."),
    MEMBER_ENROLLED("member.enrolled", EventAudience.SHARING, EnrolmentEventData.class, "Somebody was enrolled at a till."),
    MEMBER_CLAIMED("member.claimed", EventAudience.SHARING, MembershipEventData.class, "A membership that began elsewhere was taken over by its member."),
    MEMBER_MERGED("member.merged", EventAudience.SHARING, MergeEventData.class, "Two memberships of one person became one."),
    MEMBER_FROZEN("member.frozen", EventAudience.SHARING, MembershipEventData.class, "A membership was frozen: it earns and cannot spend."),
    MEMBER_UNFROZEN("member.unfrozen", EventAudience.SHARING, MembershipEventData.class, "A frozen membership can spend again."),
    MEMBER_CLOSING("member.closing", EventAudience.SHARING, ClosingEventData.class, "A member asked to close their membership."),
    MEMBER_KEPT("member.kept", EventAudience.SHARING, MembershipEventData.class, "A member changed their mind about closing."),
    MEMBER_CLOSED("member.closed", EventAudience.SHARING, MembershipEventData.class, "A membership ended."),
    MEMBER_ERASED("member.erased", EventAudience.SHARING, MembershipEventData.class, "A member was erased; erase what you keep of them too."),
    CONSENT_CHANGED("member.consent_changed", EventAudience.SHARING, ConsentEventData.class, "A member changed a consent."),
    CONTACT_CHANGED("member.contact_changed", EventAudience.OWNER, ContactEventData.class, "An e-mail address or phone number of a member changed."),
    NUMBER_RELEASED("member.number_released", EventAudience.OWNER, MembershipEventData.class, "A phone number went to somebody else."),
    SPENDING_LOCKED("member.spending_locked", EventAudience.OWNER, SpendingLockEventData.class, "Too many wrong proofs locked spending for a while."),
    CARD_ADDED("card.added", EventAudience.OWNER, MembershipEventData.class, "A member got another card."),
    CARD_BLOCKED("card.blocked", EventAudience.OWNER, MembershipEventData.class, "A card was blocked."),
    CARD_REPLACED("card.replaced", EventAudience.OWNER, MembershipEventData.class, "A card was replaced."),
    CASE_OPENED("case.opened", EventAudience.OWNER, CaseEventData.class, "A member reported something."),
    CASE_ANSWERED("case.answered", EventAudience.OWNER, CaseEventData.class, "A case was answered."),
    REWARD_PUBLISHED("reward.published", EventAudience.PARTNERS, RewardEventData.class, "A reward can be had."),
    REWARD_WITHDRAWN("reward.withdrawn", EventAudience.PARTNERS, RewardEventData.class, "A reward can be had no more."),
    REWARD_POOL_LOW("reward.pool_low", EventAudience.OWNER, RewardStockEventData.class, "Imported codes of a reward run out."),
    OFFER_PUBLISHED("offer.published", EventAudience.OWNER, OfferEventData.class, "An offer was published."),
    OFFER_ENDED("offer.ended", EventAudience.OWNER, OfferEventData.class, "An offer was ended before its time."),
    OFFER_STOPPED("offer.stopped", EventAudience.OWNER, OfferEventData.class, "An offer was stopped at once."),
    RULE_PUBLISHED("rule.published", EventAudience.OWNER, RuleEventData.class, "A version of an earning rule was published."),
    RULE_ENDED("rule.ended", EventAudience.OWNER, RuleEventData.class, "An earning rule got an end."),
    RULE_STOPPED("rule.stopped", EventAudience.OWNER, RuleEventData.class, "An earning rule was stopped at once."),
    LADDER_CHANGED("ladder.changed", EventAudience.OWNER, LadderEventData.class, "The ladder of tiers was changed."),
    IMPORT_FINISHED("import.finished", EventAudience.OWNER, ImportEventData.class, "A file was taken in."),
    PARTNER_LEFT("partner.left", EventAudience.PARTNER, PartnerEventData.class, "A partner left: its purchases earn nothing any more."),
    PARTNER_ENDED("partner.ended", EventAudience.PARTNER, PartnerEventData.class, "A partner that left can refund no more."),
    WEBHOOK_TEST("webhook.test", EventAudience.PARTNERS, WebhookTestEventData.class, "A trial event; only sent by webhook, when somebody asks for it.");

    private static final Map<String, EventType> BY_VALUE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::value, Function.identity()));

    private final String value;
    private final EventAudience audience;
    private final Class<?> data;
    private final String description;

    EventType(String value, EventAudience audience, Class<?> data, String description) {
        this.value = value;
        this.audience = audience;
        this.data = data;
        this.description = description;
    }

    /** As it stands in the feed and in answers, {@code purchase.posted}. */
    String value() {
        return value;
    }

    EventAudience audience() {
        return audience;
    }

    /** What an event of the type tells. */
    Class<?> data() {
        return data;
    }

    String description() {
        return description;
    }

    /** The type written so, or nothing. */
    static Optional<EventType> of(String value) {
        return Optional.ofNullable(BY_VALUE.get(value));
    }
}
