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
 * @param benefit what it gives, for as long as it is a draft; from then on its rule says so
 * @param ruleId empty for a draft
 * @param startsAt empty for a draft that is to begin when it is published
 * @param draft whether it may still change
 * @param stopped whether it was taken out of force altogether
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
        Optional<Instant> startsAt,
        Instant endsAt,
        boolean needsActivation,
        int usesPerMember,
        int holdoutPercent,
        boolean announced,
        OfferBudget budget,
        boolean draft,
        boolean stopped,
        long version) {

    OfferStage stage(Instant now) {
        if (draft) {
            return OfferStage.DRAFT;
        }
        if (stopped || !now.isBefore(endsAt)) {
            return OfferStage.ENDED;
        }
        return startsAt.filter(now::isBefore).isPresent() ? OfferStage.SCHEDULED : OfferStage.RUNNING;
    }
}
