package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any rules and any receipt. */
class EvaluationPropertyTest {

    private static final Occasion NOON = new Occasion(
            Instant.parse("2026-11-25T05:00:00Z"), ZoneId.of("Asia/Jakarta"), "red", Set.of());

    @Property(tries = 2_000)
    void points_add_up_and_of_a_group_one_gives(
            @ForAll("rules") List<RuleDefinition> definitions, @ForAll("receipts") List<JudgedLine> lines) {
        List<RuleVersion> rules = versions(definitions);

        Judgement judgement = Evaluation.judge(rules, NOON, lines, false);

        Map<String, List<RuleOutcome>> groups = new HashMap<>();
        for (int index = 0; index < rules.size(); index++) {
            RuleOutcome outcome = judgement.rules().get(index);
            assertThat(outcome.points()).isNotNegative();
            assertThat(outcome.lines().stream().mapToLong(RuleOutcome.LinePoints::points).sum())
                    .isEqualTo(outcome.points());
            Optional.ofNullable(rules.get(index).definition().ofCaps().perPurchase())
                    .ifPresent(most -> assertThat(outcome.points()).isLessThanOrEqualTo(most));
            rules.get(index).definition().group().ifPresent(group ->
                    groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(outcome));
        }
        groups.values().forEach(group -> {
            assertThat(group.stream().filter(outcome -> outcome.points() > 0).count()).isLessThanOrEqualTo(1);
            assertThat(group.stream().anyMatch(outcome -> outcome.reason() == Reason.OUTSTACKED)
                            && group.stream().noneMatch(outcome -> outcome.points() > 0))
                    .as("who gives way gives way to somebody")
                    .isFalse();
        });
    }

    @Property(tries = 2_000)
    void a_group_gives_something_whenever_one_of_its_rules_could_beside_those_that_give(
            @ForAll("rules") List<RuleDefinition> definitions, @ForAll("receipts") List<JudgedLine> lines) {
        List<RuleVersion> rules = versions(definitions);

        Judgement judgement = Evaluation.judge(rules, NOON, lines, false);

        List<RuleVersion> giving = rules.stream()
                .filter(rule -> rule.definition().group().isEmpty() || points(judgement, rule) > 0)
                .toList();
        for (RuleVersion rule : rules) {
            Optional<String> group = rule.definition().group();
            if (group.isPresent() && giving.stream().noneMatch(other -> other.definition().group().equals(group))) {
                List<RuleVersion> with = new ArrayList<>(giving);
                with.add(rule);
                assertThat(points(Evaluation.judge(List.of(rule), NOON, lines, false), rule)).isZero();
                assertThat(points(Evaluation.judge(with, NOON, lines, false), rule)).isZero();
            }
        }
    }

    @Property(tries = 2_000)
    void the_order_in_which_rules_are_listed_changes_nothing(
            @ForAll("rules") List<RuleDefinition> definitions,
            @ForAll("receipts") List<JudgedLine> lines,
            @ForAll Random order) {
        List<RuleVersion> rules = versions(definitions);
        List<RuleVersion> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, order);

        Judgement judgement = Evaluation.judge(rules, NOON, lines, false);

        assertThat(Evaluation.judge(shuffled, NOON, lines, false).rules())
                .containsExactlyInAnyOrderElementsOf(judgement.rules());
    }

    private static long points(Judgement judgement, RuleVersion rule) {
        return judgement.rules().stream()
                .filter(outcome -> outcome.rule().equals(rule.ruleId()))
                .mapToLong(RuleOutcome::points)
                .sum();
    }

    @Property(tries = 2_000)
    void judged_again_the_same_goods_give_the_same_and_fewer_never_take_more_than_was_given(
            @ForAll("rules") List<RuleDefinition> definitions, @ForAll("receipts") List<JudgedLine> lines) {
        List<RuleVersion> rules = versions(definitions);
        Judgement judgement = Evaluation.judge(rules, NOON, lines, false);

        assertThat(Evaluation.again(judgement, rules, lines)).isEqualTo(judgement);

        Judgement remaining = Evaluation.again(judgement, rules, lines.subList(0, lines.size() / 2));
        List<RuleOutcome> taken = TakeBack.of(judgement.rules(), remaining);
        List<RuleOutcome> standing = TakeBack.standing(judgement.rules(), taken, remaining);
        for (int index = 0; index < rules.size(); index++) {
            RuleOutcome given = judgement.rules().get(index);
            assertThat(standing.get(index).points()).isBetween(0L, given.points());
            assertThat(standing.get(index).ceiling()).isEqualTo(given.ceiling());
        }
        assertThat(taken.stream().mapToLong(RuleOutcome::points).sum())
                .isEqualTo(standing.stream().mapToLong(RuleOutcome::points).sum() - judgement.points());
    }

    private static List<RuleVersion> versions(List<RuleDefinition> definitions) {
        List<RuleVersion> versions = new ArrayList<>();
        for (RuleDefinition definition : definitions) {
            versions.add(new RuleVersion(
                    UUID.randomUUID(), "uji-" + versions.size(), 1, Instant.EPOCH, Optional.empty(), definition));
        }
        return versions;
    }

    @Provide
    Arbitrary<List<RuleDefinition>> rules() {
        Arbitrary<Effect> effect = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs().between(1, 20), Arbitraries.of(50_000L, 100_000L, 700_000L))
                        .as(Effect.PerAmount::new),
                Arbitraries.of("1.25", "2", "3.5").map(BigDecimal::new).map(Effect.Multiplier::new),
                Arbitraries.longs().between(1, 300).map(Effect.Bonus::new),
                Arbitraries.longs().between(1, 30).map(Effect.PerPiece::new));
        Arbitrary<Stacking> stacking = Combinators.combine(
                        Arbitraries.of("satu", "dua"), Arbitraries.integers().between(0, 2))
                .as(Stacking::new)
                .injectNull(0.5);
        Arbitrary<Conditions> conditions = Combinators.combine(
                        Arbitraries.of("", "", "Segar", "Minuman"), Arbitraries.of(0L, 0L, 5_000_000L))
                .as((category, minimum) ->
                        (category.isEmpty() ? Conditions.NONE : Conditions.categories(category)).from(minimum));
        Arbitrary<Caps> caps = Arbitraries.longs().between(1, 200).map(most -> new Caps(most, List.of(), null)).injectNull(0.7);
        LocalText name = LocalText.of("uji", "uji");
        return Combinators.combine(effect, stacking, conditions, caps)
                .as((what, group, when, most) -> new RuleDefinition(
                        name, name, Trigger.PURCHASE, when, what, 12, new UUID(1, 1), null,
                        group, most, null, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<JudgedLine>> receipts() {
        return Arbitraries.randoms().map(EvaluationPropertyTest::receipt);
    }

    private static List<JudgedLine> receipt(Random random) {
        List<String> categories = List.of("Segar > Buah", "Minuman", "");
        List<JudgedLine> lines = new ArrayList<>();
        int many = 1 + random.nextInt(6);
        for (int position = 1; position <= many; position++) {
            lines.add(new JudgedLine(
                    position,
                    random.nextInt(5) == 0 ? 0 : random.nextLong(20_000_001),
                    Optional.of(categories.get(random.nextInt(3))).filter(some -> !some.isEmpty()),
                    Optional.empty(),
                    Optional.empty(),
                    BigDecimal.valueOf(1 + random.nextInt(5_000), 3)));
        }
        return lines;
    }
}
