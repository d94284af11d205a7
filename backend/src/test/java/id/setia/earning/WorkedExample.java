package id.setia.earning;

import static id.setia.earning.WorkedExamplesTest.map;
import static id.setia.earning.WorkedExamplesTest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.Grant;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One worked example: receipts of one member in the order they arrive, each with the points it gives, rule by rule or line
 * by line, and what is said of them. Caps and budgets are counted from receipt to receipt.
 */
final class WorkedExample {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final List<RuleVersion> versions;
    private final List<Map<String, Object>> receipts = new ArrayList<>();
    private final Set<UUID> offers;
    private final ExampleWorld world;
    private final Explanations explanations;
    private final Map<UUID, CapCounts> used = new HashMap<>();
    private final Map<UUID, Long> spent = new HashMap<>();

    WorkedExample(Map<String, Object> example, ExampleRules rules, ExampleWorld world, Explanations explanations) {
        this.versions = names(example.get("rules")).stream().map(rules::named).toList();
        this.offers = names(example.get("offers")).stream()
                .map(rules::named)
                .map(RuleVersion::ruleId)
                .collect(Collectors.toSet());
        this.world = world;
        this.explanations = explanations;
        if (example.containsKey("receipts")) {
            ((List<?>) example.get("receipts")).forEach(receipt -> receipts.add(map(receipt)));
        } else {
            receipts.add(example);
        }
    }

    private static List<String> names(Object written) {
        return written == null ? List.of() : List.of(written.toString().split(", "));
    }

    void check() {
        assertThat(receipts).isNotEmpty();
        receipts.forEach(this::check);
    }

    private void check(Map<String, Object> written) {
        ExampleReceipt receipt = new ExampleReceipt(written, world);
        Occasion occasion = receipt.occasion(offers).withCeilings(ceilings(receipt));
        Judgement judgement = Evaluation.judge(versions, occasion, receipt.lines(), false);
        assertThat(judgement.points()).as("points of %s", written).isEqualTo(number(written.get("points")));
        map(written.get("gives")).forEach((rule, points) ->
                assertThat(outcome(judgement, rule).points()).as("points of %s", rule).isEqualTo(number(points)));
        map(written.get("by line")).forEach((line, points) -> assertThat(
                        judgement.pointsAt(Integer.parseInt(line)))
                .as("points of line %s", line)
                .isEqualTo(number(points)));
        checkTexts(written, judgement);
        checkLots(written, judgement, receipt.at());
        count(receipt, judgement.rules(), 1);
        if (written.containsKey("left")) {
            checkRefund(written, receipt, judgement);
        }
    }

    private Map<UUID, Ceiling> ceilings(ExampleReceipt receipt) {
        Map<UUID, Ceiling> ceilings = new HashMap<>();
        for (RuleVersion version : versions) {
            Caps caps = version.definition().ofCaps();
            caps.ceiling(
                            used.getOrDefault(version.ruleId(), CapCounts.NONE),
                            receipt.programDate(),
                            () -> Math.max(0, caps.budget() - spent.getOrDefault(version.ruleId(), 0L)))
                    .ifPresent(ceiling -> ceilings.put(version.ruleId(), ceiling));
        }
        return ceilings;
    }

    private void count(ExampleReceipt receipt, List<RuleOutcome> outcomes, long times) {
        outcomes.stream().filter(outcome -> outcome.points() != 0).forEach(outcome -> {
            spent.merge(outcome.rule(), outcome.points(), Long::sum);
            used.merge(
                    outcome.rule(),
                    CapCounts.NONE.plus(receipt.programDate(), outcome.points(), times),
                    (before, more) -> before.plus(receipt.programDate(), outcome.points(), times));
        });
    }

    private void checkTexts(Map<String, Object> written, Judgement judgement) {
        RuleBook book = new RuleBook(versions, world.calendars().values());
        Map<String, ExplanationItem> items = new LinkedHashMap<>();
        explanations.of(judgement, book).forEach(item -> items.put(item.name().id(), item));
        assertThat(items).hasSameSizeAs(versions);
        map(written.get("because")).forEach((rule, text) ->
                assertThat(plain(items.get(rule).reason().id())).as("reason of %s", rule).isEqualTo(text));
        map(written.get("in english")).forEach((rule, text) ->
                assertThat(plain(items.get(rule).reason().en())).as("reason of %s", rule).isEqualTo(text));
        map(written.get("wanted")).forEach((rule, points) ->
                assertThat(items.get(rule).wanted()).as("wanted by %s", rule).isEqualTo(number(points)));
    }

    private void checkLots(Map<String, Object> written, Judgement judgement, Instant at) {
        for (RuleVersion version : versions) {
            Optional<Grant> grant = Optional.of(outcome(judgement, version.code()).points())
                    .filter(points -> points > 0)
                    .map(points -> version.definition().grant(points, at, ExampleReceipt.JAKARTA, false));
            same(written, "expires", version, grant.flatMap(Grant::expiresAt).map(WorkedExample::local).orElse("never"));
            same(written, "usable", version, grant.map(WorkedExample::usable).orElse(""));
            same(
                    written, "lapses after months without activity", version,
                    grant.map(lot -> String.valueOf(lot.inactivityMonths())).orElse(""));
        }
    }

    private static void same(Map<String, Object> written, String what, RuleVersion version, String found) {
        Object expected = map(written.get(what)).get(version.code());
        if (expected != null) {
            assertThat(found).as("%s of %s", what, version.code()).isEqualTo(expected.toString());
        }
    }

    private static String usable(Grant grant) {
        return grant.awaitsConfirmation()
                ? "when confirmed"
                : grant.releasesAt().map(WorkedExample::local).orElse("at once");
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ExampleReceipt.JAKARTA).format(MOMENT);
    }

    /** What is left of the lines after a refund, and what it takes back. */
    private void checkRefund(Map<String, Object> written, ExampleReceipt receipt, Judgement judgement) {
        List<JudgedLine> left = ExampleReceipt.lines(written.get("left"));
        Judgement remaining = Evaluation.again(judgement, versions, left);
        List<RuleOutcome> taken = TakeBack.of(judgement.rules(), remaining);
        Map<String, Object> expected = map(written.get("takes back"));
        for (RuleVersion version : versions) {
            long points = taken.stream()
                    .filter(outcome -> outcome.rule().equals(version.ruleId()))
                    .mapToLong(outcome -> -outcome.points())
                    .sum();
            assertThat(points)
                    .as("taken back of %s", version.code())
                    .isEqualTo(number(expected.getOrDefault(version.code(), 0)));
        }
        Set<UUID> gone = TakeBack.standing(judgement.rules(), taken, remaining).stream()
                .filter(outcome -> outcome.points() == 0)
                .map(RuleOutcome::rule)
                .collect(Collectors.toSet());
        taken.forEach(outcome -> count(receipt, List.of(outcome), gone.contains(outcome.rule()) ? -1 : 0));
    }

    private RuleOutcome outcome(Judgement judgement, String code) {
        for (int index = 0; index < versions.size(); index++) {
            if (versions.get(index).code().equals(code)) {
                return judgement.rules().get(index);
            }
        }
        throw new IllegalArgumentException("no rule " + code + " in this example");
    }

    private static long number(Object written) {
        return Long.parseLong(written.toString());
    }
}
