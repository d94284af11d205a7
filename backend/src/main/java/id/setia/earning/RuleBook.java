package id.setia.earning;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All versions of all rules, in memory. Of several versions of a rule in force, the highest judges. */
public final class RuleBook {

    private record Key(UUID ruleId, int version) {}

    private final Map<Key, RuleVersion> versions = new HashMap<>();
    private final List<List<RuleVersion>> byRule;

    public RuleBook(Collection<RuleVersion> all) {
        all.forEach(version -> versions.put(new Key(version.ruleId(), version.version()), version));
        byRule = all.stream()
                .collect(Collectors.groupingBy(RuleVersion::ruleId))
                .values()
                .stream()
                .map(rule -> rule.stream()
                        .sorted(Comparator.comparingInt(RuleVersion::version).reversed())
                        .toList())
                .sorted(Comparator.comparing(rule -> rule.getFirst().code()))
                .toList();
    }

    /** The versions that judge an act of that kind at that moment, in the order of their codes. */
    public List<RuleVersion> inForce(Trigger trigger, Instant moment) {
        return byRule.stream()
                .flatMap(rule -> rule.stream()
                        .filter(version -> version.inForce(moment))
                        .limit(1))
                .filter(version -> version.definition().trigger() == trigger)
                .toList();
    }

    public Optional<RuleVersion> version(UUID ruleId, int version) {
        return Optional.ofNullable(versions.get(new Key(ruleId, version)));
    }
}
