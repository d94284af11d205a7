package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.earning.Conditions;
import id.setia.earning.Effect;
import id.setia.earning.Evaluation;
import id.setia.earning.JudgedLine;
import id.setia.earning.Occasion;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.LocalText;
import id.setia.testing.TestProgram;
import id.setia.tiers.NextTier;
import id.setia.tiers.TierAmount;
import id.setia.tiers.TierResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NudgesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final Occasion OCCASION = new Occasion(NOON, ZoneId.of("Asia/Jakarta"), "red", Set.of());
    private static final RuleVersion A_POINT_PER_THOUSAND = rule("base", new Effect.PerAmount(1, 100_000), Conditions.NONE);
    private static final RuleVersion FIFTY_FROM_HUNDRED_THOUSAND =
            rule("fifty", new Effect.Bonus(50), Conditions.NONE.from(10_000_000));
    private static final RuleVersion DOUBLE_FROM_HUNDRED_THOUSAND =
            rule("double", new Effect.Multiplier(new BigDecimal("2")), Conditions.NONE.from(10_000_000));

    @Test
    void a_minimum_just_missed_is_told_with_all_that_reaching_it_would_bring() {
        Nudge nudge = nearest(86_500, List.of(FIFTY_FROM_HUNDRED_THOUSAND, A_POINT_PER_THOUSAND)).orElseThrow();

        assertThat(nudge.spend().amount()).isEqualTo("13500");
        assertThat(nudge.points()).isEqualTo(50 + 14);
        assertThat(nudge.text().id()).isEqualTo("Tambah Rp13.500, dapat 64\u00A0poin lagi");
        assertThat(nudge.text().en()).isEqualTo("Spend Rp13,500 more for 64\u00A0more points");
    }

    @Test
    void what_it_promises_is_what_the_engine_gives_for_it() {
        List<RuleVersion> rules = List.of(FIFTY_FROM_HUNDRED_THOUSAND, A_POINT_PER_THOUSAND);
        Nudge nudge = nearest(86_501, rules).orElseThrow();
        long more = Long.parseLong(nudge.spend().amount());

        assertThat(points(86_501 + more, rules) - points(86_501, rules)).isEqualTo(nudge.points());
        assertThat(points(86_501 + more - 1, rules) - points(86_501, rules)).isLessThan(50);
    }

    @Test
    void a_multiplier_from_a_minimum_doubles_the_whole_receipt_once_it_is_reached() {
        Nudge nudge = nearest(90_000, List.of(A_POINT_PER_THOUSAND, DOUBLE_FROM_HUNDRED_THOUSAND)).orElseThrow();

        assertThat(nudge.spend().amount()).isEqualTo("10000");
        assertThat(nudge.points()).isEqualTo(10 + 100);
    }

    @Test
    void a_rule_for_a_category_names_what_to_buy() {
        RuleVersion coffee = rule("coffee", new Effect.Bonus(25), Conditions.categories("Minuman > Kopi").from(5_000_000));
        List<RuleVersion> rules = List.of(A_POINT_PER_THOUSAND, coffee);
        List<JudgedLine> lines = List.of(
                new JudgedLine(1, 3_000_000, Optional.of("Minuman > Kopi")),
                new JudgedLine(2, 7_000_000, Optional.of("Roti")));
        Nudge nudge = new Nudges(
                        TestProgram.PROGRAM, rules, OCCASION, lines, Evaluation.judge(rules, OCCASION, lines, false))
                .nearest(Optional.empty())
                .orElseThrow();

        assertThat(nudge.text().id()).isEqualTo("Tambah Rp20.000 Kopi, dapat 45\u00A0poin lagi");
    }

    @Test
    void a_step_that_is_far_away_is_not_a_little() {
        assertThat(nearest(20_000, List.of(FIFTY_FROM_HUNDRED_THOUSAND, A_POINT_PER_THOUSAND))).isEmpty();
    }

    @Test
    void one_point_more_is_not_worth_a_word() {
        assertThat(nearest(86_500, List.of(A_POINT_PER_THOUSAND))).isEmpty();
        assertThat(nearest(
                        9_000_000,
                        List.of(A_POINT_PER_THOUSAND, rule("always", new Effect.Multiplier(new BigDecimal("2")), Conditions.NONE))))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_a_receipt_that_earns_nothing() {
        assertThat(nearest(0, List.of(FIFTY_FROM_HUNDRED_THOUSAND))).isEmpty();
    }

    @Test
    void a_tier_within_reach_comes_before_points() {
        NextTier gold = gold(40_000);

        Nudge nudge = nudges(86_500, List.of(FIFTY_FROM_HUNDRED_THOUSAND)).nearest(Optional.of(gold)).orElseThrow();

        assertThat(nudge.tier().code()).isEqualTo("gold");
        assertThat(nudge.points()).isNull();
        assertThat(nudge.text().id()).isEqualTo("Tambah Rp40.000, naik ke Emas");
        assertThat(nudges(70_000, List.of(A_POINT_PER_THOUSAND)).nearest(Optional.of(gold))).as("far away").isEmpty();
        assertThat(nudges(70_000, List.of(A_POINT_PER_THOUSAND)).nearest(Optional.of(gold(0)))).as("reached").isEmpty();
    }

    private static NextTier gold(long missing) {
        return new NextTier(
                new TierResponse("gold", LocalText.of("Emas", "Gold"), 2),
                TestProgram.PROGRAM.money(missing * 100),
                LocalDate.of(2026, 11, 30),
                LocalDate.of(2026, 12, 1),
                LocalText.of("", ""),
                0.9,
                new TierAmount(TestProgram.PROGRAM.money(missing * 100), null),
                false);
    }

    private static Optional<Nudge> nearest(long rupiah, List<RuleVersion> rules) {
        return nudges(rupiah, rules).nearest(Optional.empty());
    }

    private static Nudges nudges(long rupiah, List<RuleVersion> rules) {
        List<JudgedLine> lines = lines(rupiah);
        return new Nudges(
                TestProgram.PROGRAM, rules, OCCASION, lines, Evaluation.judge(rules, OCCASION, lines, false));
    }

    private static long points(long rupiah, List<RuleVersion> rules) {
        return Evaluation.judge(rules, OCCASION, lines(rupiah), false).points();
    }

    private static List<JudgedLine> lines(long rupiah) {
        return List.of(new JudgedLine(1, rupiah * 100, Optional.empty()));
    }

    private static RuleVersion rule(String code, Effect effect, Conditions conditions) {
        LocalText name = LocalText.of(code, code);
        return new RuleVersion(
                UUID.nameUUIDFromBytes(code.getBytes()),
                code,
                1,
                Instant.EPOCH,
                Optional.empty(),
                new RuleDefinition(name, name, Trigger.PURCHASE, conditions, effect, 12, new UUID(0, 1)));
    }
}
