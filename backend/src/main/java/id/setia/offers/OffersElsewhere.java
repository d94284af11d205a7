package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.earning.Place;
import id.setia.earning.RuleBook;
import id.setia.partners.PartnerDirectory;
import id.setia.rewards.Reward;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which of a member's offers the tills of a partner see that does not own the programme. */
@Singleton
class OffersElsewhere {

    private final PartnerDirectory partners;

    OffersElsewhere(PartnerDirectory partners) {
        this.partners = partners;
    }

    /**
     * Whether the offer may serve at the partner, and says nothing of the member whom it is for: that they have a birthday, or
     * were chosen.
     *
     * @param rewards those that can be had now
     */
    boolean shows(Offer offer, OfferMember member, RuleBook rules, Map<UUID, Reward> rewards, UUID partner) {
        return shows(offer, member.profiling(), rules, rewards, partner);
    }

    /**
     * The same of anybody.
     *
     * @param personal whether it may say something of whom it is for
     */
    boolean shows(Offer offer, boolean personal, RuleBook rules, Map<UUID, Reward> rewards, UUID partner) {
        boolean impersonal = switch (offer.audience()) {
            case Audience.Everyone everyone -> true;
            case Audience.InTiers inTiers -> true;
            case Audience.BirthdayThisMonth birthday -> personal;
            case Audience.Saved saved -> personal;
        };
        return impersonal && offer.rewardId()
                .map(reward -> isHonoured(Optional.ofNullable(rewards.get(reward)), partner))
                .orElseGet(() -> serves(offer, rules, partner));
    }

    private static boolean isHonoured(Optional<Reward> reward, UUID partner) {
        return reward.filter(given -> given.honouringPartnerId().equals(partner)).isPresent();
    }

    private boolean serves(Offer offer, RuleBook rules, UUID partner) {
        return offer.ruleId()
                .flatMap(rules::latest)
                .filter(benefit -> isIn(benefit.conditions().ofPlace(), partner))
                .isPresent();
    }

    private boolean isIn(Place place, UUID partner) {
        return (place.partners().isEmpty() || place.partners().contains(partner))
                && (place.stores().isEmpty() || place.stores().stream().anyMatch(store -> isStoreOf(store, partner)));
    }

    private boolean isStoreOf(UUID store, UUID partner) {
        return partners.store(store).filter(known -> known.partnerId().equals(partner)).isPresent();
    }
}
