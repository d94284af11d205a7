package id.setia.earning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All versions of all rules, in memory. Of the versions of a rule that have begun, the highest judges until it ends. */
public final class RuleBook {

    private record Key(UUID ruleId, int version) {}

    private record Told(UUID ruleId, int version, Reason reason) {}

    private final Map<Key, RuleVersion> versions = new HashMap<>();
    private final List<List<RuleVersion>> byRule;

    private final Map<UUID, Calendar> calendars;
    private final Set<UUID> audiences;
    private final Set<UUID> budgeted;
    private final boolean capsMembers;
    private final Map<Told, ExplanationItem> told = new ConcurrentHashMap<>();

    public RuleBook(Collection<RuleVersion> all) {
        this(all, List.of());
    }

    RuleBook(Collection<RuleVersion> all, Collection<Calendar> calendars) {
        this.calendars = calendars.stream().collect(Collectors.toUnmodifiableMap(Calendar::id, Function.identity()));
        this.audiences = all.stream()
                .flatMap(version -> version.definition().conditions().ofBuyer().audiences().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.budgeted = all.stream()
                .filter(version -> version.definition().ofCaps().budget() != null)
                .map(RuleVersion::ruleId)
                .collect(Collectors.toUnmodifiableSet());
        this.capsMembers = all.stream()
                .anyMatch(version -> !version.definition().ofCaps().perMember().isEmpty());
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
                        .filter(version -> version.hasBegun(moment))
                        .limit(1))
                .filter(version -> !version.hasEnded(moment))
                .filter(version -> version.definition().trigger() == trigger)
                .toList();
    }

    /** The versions that judge at that moment or may later; none of a rule that has ended. */
    Stream<RuleVersion> standing(Instant moment) {
        return byRule.stream().flatMap(rule -> standing(rule, moment));
    }

    private static Stream<RuleVersion> standing(List<RuleVersion> rule, Instant moment) {
        Stream<RuleVersion> coming = rule.stream().takeWhile(version -> !version.hasBegun(moment));
        Stream<RuleVersion> judging =
                rule.stream().filter(version -> version.hasBegun(moment)).limit(1);
        return Stream.concat(coming, judging).filter(version -> !version.hasEnded(moment) && !version.isEnd());
    }

    /** What a rule says last; empty when there is no such rule. */
    public Optional<RuleDefinition> last(UUID ruleId) {
        return byRule.stream()
                .map(List::getFirst)
                .filter(version -> version.ruleId().equals(ruleId))
                .map(RuleVersion::definition)
                .findFirst();
    }

    /** The dated lists as they stand, by id. */
    public Map<UUID, Calendar> calendars() {
        return calendars;
    }

    /** Every audience that any version names. */
    public Set<UUID> audiences() {
        return audiences;
    }

    /** Every rule any version of which has a budget. */
    Set<UUID> budgeted() {
        return budgeted;
    }

    /** Whether any version of a rule gives each member only so much. */
    boolean capsMembers() {
        return capsMembers;
    }

    /** The versions an outcome of which stands in a judgement, in its order. */
    public List<RuleVersion> versions(Judgement judgement) {
        return judgement.rules().stream()
                .map(outcome -> version(outcome.rule(), outcome.version()).orElseThrow())
                .toList();
    }

    /** The latest versions of rules that a partner pays for, now or with what is to come, and that go on behind a moment. */
    List<RuleVersion> endingWith(UUID funderId, Instant moment) {
        return byRule.stream()
                .filter(rule -> !rule.getFirst().hasEnded(moment))
                .filter(rule -> rule.stream()
                        .filter(version -> !version.hasBegun(moment) || version.equals(begun(rule, moment)))
                        .anyMatch(version -> version.definition().funderId().equals(funderId)))
                .map(List::getFirst)
                .toList();
    }

    private static RuleVersion begun(List<RuleVersion> rule, Instant moment) {
        return rule.stream().filter(version -> version.hasBegun(moment)).findFirst().orElse(rule.getFirst());
    }

    public Optional<RuleVersion> version(UUID ruleId, int version) {
        return Optional.ofNullable(versions.get(new Key(ruleId, version)));
    }

    /** What any purchase is told of which a rule made just that; put into words once as long as the book stands. */
    ExplanationItem told(RuleOutcome outcome, Supplier<ExplanationItem> words) {
        Told which = new Told(outcome.rule(), outcome.version(), outcome.reason());
        ExplanationItem known = told.get(which);
        if (known == null) {
            known = words.get();
            told.put(which, known);
        }
        return known;
    }

    /** The versions of a rule, the latest first. */
    public List<RuleVersion> versions(UUID ruleId) {
        return byRule.stream()
                .filter(rule -> rule.getFirst().ruleId().equals(ruleId))
                .findFirst()
                .orElse(List.of());
    }

    /** The same book with one version more. */
    public RuleBook with(RuleVersion more) {
        List<RuleVersion> all = new ArrayList<>(versions.values());
        all.add(more);
        return new RuleBook(all);
    }

    /** What the latest version of a rule says. */
    public Optional<RuleDefinition> latest(UUID ruleId) {
        return byRule.stream()
                .map(List::getFirst)
                .filter(version -> version.ruleId().equals(ruleId))
                .map(RuleVersion::definition)
                .findFirst();
    }
}
