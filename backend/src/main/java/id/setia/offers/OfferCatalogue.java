package id.setia.offers;

import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.kernel.BusinessClock;
import id.setia.rewards.Reward;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The offers that run now or will, as everybody may know them: without budgets, holdouts and the names of audiences. */
@Singleton
class OfferCatalogue {

    private final Offers offers;
    private final OffersElsewhere elsewhere;
    private final EarningRules rules;
    private final Rewards rewards;
    private final BusinessClock clock;

    OfferCatalogue(
            Offers offers, OffersElsewhere elsewhere, EarningRules rules, Rewards rewards, BusinessClock clock) {
        this.offers = offers;
        this.elsewhere = elsewhere;
        this.rules = rules;
        this.rewards = rewards;
        this.clock = clock;
    }

    List<OfferCatalogueItem> all() {
        return running().stream().map(OfferCatalogueItem::of).toList();
    }

    /** Those that may serve at a partner which does not own the program, and are for no chosen members. */
    List<OfferCatalogueItem> at(UUID partnerId) {
        RuleBook book = rules.book();
        Map<UUID, Reward> offered =
                rewards.published().stream().collect(Collectors.toMap(Reward::id, reward -> reward));
        return running().stream()
                .filter(offer -> elsewhere.shows(offer, false, book, offered, partnerId))
                .map(OfferCatalogueItem::of)
                .toList();
    }

    private List<Offer> running() {
        Instant now = clock.now();
        return offers.active().stream().filter(offer -> now.isBefore(offer.endsAt())).toList();
    }
}
