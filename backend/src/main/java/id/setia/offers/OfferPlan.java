package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.earning.RuleDefinition;
import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer as staff work on it; see {@link Offer} for the parts it shares.
 *
 * @param benefit the rule it gives, for as long as it is a draft; from then on its rule says so
 * @param ruleId empty for a draft, and where the benefit is a voucher
 * @param rewardId the reward whose voucher it gives; empty where the benefit is a rule
 * @param startsAt empty for a draft that is to begin when it is published
 * @param draft whether it may still change
 * @param stopped whether it was taken out of force altogether
 * @param approvalId the latest request for a second person's yes
 * @param expectedPoints what it was expected to cost when that was asked for, where anybody knew
 * @param version how often it was changed
 */
record OfferPlan(
        UUID id,
        LocalText name,
        LocalText description,
        String badge,
        Audience audience,
        Optional<RuleDefinition> benefit,
        Optional<UUID> ruleId,
        Optional<UUID> rewardId,
        Optional<Instant> startsAt,
        Instant endsAt,
        boolean needsActivation,
        int usesPerMember,
        int holdoutPercent,
        boolean announced,
        OfferBudget budget,
        boolean draft,
        boolean stopped,
        Optional<UUID> approvalId,
        Optional<Long> expectedPoints,
        long version) {

    OfferStage stage(Instant now) {
        if (draft) {
            return approvalId.isPresent() ? OfferStage.WAITING : OfferStage.DRAFT;
        }
        if (stopped || !now.isBefore(endsAt)) {
            return OfferStage.ENDED;
        }
        return startsAt.filter(now::isBefore).isPresent() ? OfferStage.SCHEDULED : OfferStage.RUNNING;
    }

    /** A draft that waits for a second person's yes. */
    OfferPlan waiting(UUID approval, Optional<Long> expected) {
        return with(benefit, ruleId, startsAt, endsAt, true, Optional.of(approval), expected, version + 1);
    }

    /** A draft that may change again; its request was withdrawn, refused or not answered. */
    OfferPlan open() {
        return with(benefit, ruleId, startsAt, endsAt, true, Optional.empty(), Optional.empty(), version);
    }

    /** The same, changed once more. */
    OfferPlan changed() {
        return with(benefit, ruleId, startsAt, endsAt, draft, approvalId, expectedPoints, version + 1);
    }

    /** In force; the rule says from now on what it gives. */
    OfferPlan published(Optional<UUID> byRule, Instant from) {
        return with(
                Optional.empty(), byRule, Optional.of(from), endsAt, false, approvalId, expectedPoints, version + 1);
    }

    OfferPlan ended(Instant at) {
        return with(benefit, ruleId, startsAt, at, false, approvalId, expectedPoints, version + 1);
    }

    private OfferPlan with(
            Optional<RuleDefinition> rule,
            Optional<UUID> byRule,
            Optional<Instant> from,
            Instant until,
            boolean changeable,
            Optional<UUID> approval,
            Optional<Long> expected,
            long as) {
        return new OfferPlan(
                id, name, description, badge, audience, rule, byRule, rewardId, from, until, needsActivation, usesPerMember,
                holdoutPercent, announced, budget, changeable, stopped, approval, expected, as);
    }
}
