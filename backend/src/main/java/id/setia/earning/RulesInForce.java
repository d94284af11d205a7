package id.setia.earning;

import id.setia.kernel.BusinessClock;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rules that judge now, as members may read them: without budgets, and without those for some members alone. */
@Singleton
class RulesInForce {

    private final EarningRules rules;
    private final RuleSentences sentences;
    private final PartnerDirectory partners;
    private final BusinessClock clock;

    RulesInForce(EarningRules rules, RuleSentences sentences, PartnerDirectory partners, BusinessClock clock) {
        this.rules = rules;
        this.sentences = sentences;
        this.partners = partners;
        this.clock = clock;
    }

    /** All of them. */
    List<RuleInForceItem> all() {
        return items().map(this::item).toList();
    }

    /** Those that can count at a partner's stores. */
    List<RuleInForceItem> at(UUID partnerId) {
        return items().filter(version -> counts(version.definition().conditions().ofPlace(), partnerId))
                .map(this::item)
                .toList();
    }

    private Stream<RuleVersion> items() {
        Instant now = clock.now();
        RuleBook book = rules.book();
        return Arrays.stream(Trigger.values())
                .flatMap(trigger -> book.inForce(trigger, now).stream())
                .filter(version -> !version.definition().conditions().throughOffer())
                .filter(version -> version.definition().conditions().ofBuyer().audiences().isEmpty())
                .sorted(Comparator.comparing((RuleVersion version) -> version.definition().trigger())
                        .thenComparing(RuleVersion::code));
    }

    private RuleInForceItem item(RuleVersion version) {
        return RuleInForceItem.of(version, sentences.toMembers(version.definition()));
    }

    private boolean counts(Place place, UUID partnerId) {
        Set<UUID> stores = place.stores();
        return (place.partners().isEmpty() || place.partners().contains(partnerId))
                && (stores.isEmpty() || stores.stream().anyMatch(store -> isStoreOf(store, partnerId)));
    }

    private boolean isStoreOf(UUID storeId, UUID partnerId) {
        return partners.store(storeId).filter(store -> store.partnerId().equals(partnerId)).isPresent();
    }
}
