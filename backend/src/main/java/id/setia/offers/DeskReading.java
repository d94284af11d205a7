package id.setia.offers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What decides which offers may serve members' purchases, read along with other rows of theirs.
 *
 * @param active offers whose benefit is a rule
 * @param known what the members did with offers
 * @param audiences the saved audiences of offers that each member is in
 */
public record DeskReading(List<Offer> active, List<Activation> known, Map<UUID, Set<UUID>> audiences) {

    /** Of nobody: no offer serves. */
    public static final DeskReading NOBODY = new DeskReading(List.of(), List.of(), Map.of());

    /** The counters of uses, by the rule that is the benefit, for offers that serve only so many purchases in all. */
    public Map<UUID, UUID> countedUses() {
        return active.stream()
                .filter(offer -> offer.budget().uses().isPresent())
                .collect(Collectors.toMap(offer -> offer.ruleId().orElseThrow(), Offer::id));
    }
}
