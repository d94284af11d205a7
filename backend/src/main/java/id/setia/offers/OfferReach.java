package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.earning.Birthday;
import id.setia.earning.Buyer;
import id.setia.earning.Cap;
import id.setia.earning.CapPeriod;
import id.setia.earning.CapUnit;
import id.setia.earning.Caps;
import id.setia.earning.Conditions;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a draft of an offer comes to as a rule that needs no offer, so that its cost can be reckoned: for those it is meant
 * for, as often as it serves each. Whoever would not activate it is counted too.
 */
final class OfferReach {

    private OfferReach() {}

    /** The rule; empty once the offer is published. */
    static Optional<RuleDefinition> asRule(OfferPlan draft) {
        return draft.benefit().map(benefit -> benefit.with(conditions(benefit.conditions(), draft.audience()))
                .with(caps(benefit, draft)));
    }

    private static Conditions conditions(Conditions own, Audience audience) {
        Buyer buyer = own.ofBuyer();
        return switch (audience) {
            case Audience.Everyone everyone -> own;
            case Audience.InTiers inTiers -> own.ofTiers(both(own.tiers(), Set.copyOf(inTiers.tiers())));
            case Audience.BirthdayThisMonth birthday -> buyer.birthday() != null
                    ? own
                    : own.by(new Buyer(buyer.audiences(), buyer.firstPurchase(), Birthday.MONTH));
            case Audience.Saved saved -> buyer.audiences().isEmpty()
                    ? own.by(new Buyer(Set.<UUID>of(saved.audienceId()), buyer.firstPurchase(), buyer.birthday()))
                    : own;
        };
    }

    /** The tiers of both; those of the rule alone where they have none in common. */
    private static Set<String> both(Set<String> own, Set<String> meant) {
        Set<String> shared = new HashSet<>(own);
        shared.retainAll(meant);
        return own.isEmpty() ? meant : shared.isEmpty() ? own : shared;
    }

    private static Caps caps(RuleDefinition benefit, OfferPlan draft) {
        Caps own = benefit.ofCaps();
        Cap uses = new Cap(CapPeriod.EVER, CapUnit.TIMES, draft.usesPerMember());
        List<Cap> perMember = draft.usesPerMember() == 0
                ? own.perMember()
                : Stream.concat(own.perMember().stream(), Stream.of(uses)).toList();
        return new Caps(own.perPurchase(), perMember, budget(benefit, draft.budget()).orElse(null));
    }

    /** The points of the budget, or those that as many purchases as it may serve give, where they all give the same. */
    private static Optional<Long> budget(RuleDefinition benefit, OfferBudget budget) {
        Optional<Long> ofUses = benefit.effect() instanceof Effect.Bonus bonus
                ? budget.uses().map(uses -> uses * bonus.points())
                : Optional.empty();
        return Stream.of(Optional.ofNullable(benefit.ofCaps().budget()), budget.points(), ofUses)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
