package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.insights.Habits;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well an offer fits a member who lets offers be chosen by what they buy: what they often buy comes first, then what is
 * for the fewest, then what gives most, then what ends first. Pure.
 *
 * @param often what the member often buys of what the offer is for, a category; empty when nothing
 * @param purchases how many of the member's purchases held it
 * @param generality 0 for those whose birthday it is, up to 3 for everybody
 * @param worth what a purchase would give beside the base points, in points, as far as it can be told
 */
record OfferFit(Offer offer, Optional<String> often, long purchases, int generality, long worth) {

    static final Comparator<OfferFit> BEST_FIRST = Comparator.comparing((OfferFit fit) -> fit.often().isEmpty())
            .thenComparing(OfferFit::purchases, Comparator.reverseOrder())
            .thenComparing(OfferFit::generality)
            .thenComparing(OfferFit::worth, Comparator.reverseOrder())
            .thenComparing(fit -> fit.offer().endsAt())
            .thenComparing(fit -> fit.offer().id());

    /**
     * The fit of an offer.
     *
     * @param wanted categories its benefit is for, each with everything below it; none for anything
     * @param bought how many of the member's purchases held something of each category
     */
    static OfferFit of(Offer offer, Set<String> wanted, Map<String, Long> bought, long worth) {
        Optional<Map.Entry<String, Long>> best = wanted.stream()
                .map(category -> Map.entry(category, purchasesOf(category, bought)))
                .filter(habit -> habit.getValue() >= Habits.LEAST)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return new OfferFit(
                offer, best.map(Map.Entry::getKey), best.map(Map.Entry::getValue).orElse(0L), generality(offer), worth);
    }

    /** At least: a purchase of two categories below the one wanted is counted for the larger of them. */
    private static long purchasesOf(String wanted, Map<String, Long> bought) {
        return bought.entrySet().stream()
                .filter(category -> category.getKey().equals(wanted) || category.getKey().startsWith(wanted + " > "))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static int generality(Offer offer) {
        return switch (offer.audience()) {
            case Audience.BirthdayThisMonth birthday -> 0;
            case Audience.Saved saved -> 1;
            case Audience.InTiers inTiers -> 2;
            case Audience.Everyone everyone -> 3;
        };
    }
}
