package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.setia.kernel.LocalText;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Instant SUNDAY_IN_JAYAPURA = Instant.parse("2026-11-21T16:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
    private static final UUID OWNER = new UUID(1, 1);

    private static final RuleVersion BASE = rule("base", new Effect.PerAmount(1, 100_000), Conditions.NONE);
    private static final RuleVersion FRESH =
            rule("fresh", new Effect.Multiplier(new BigDecimal("2")), Conditions.categories("Segar"));

    @Test
    void one_point_per_rp1000_and_fresh_food_twice() {
        Judgement judgement = judge(List.of(BASE, FRESH), line(1, 12_450_000, "Beras"), line(2, 6_200_000, "Segar > Sayur"));

        assertThat(judgement.rules())
                .extracting(RuleOutcome::reason, RuleOutcome::points, RuleOutcome::base, RuleOutcome::items)
                .containsExactly(
                        tuple(Reason.PER_AMOUNT, 186L, 18_650_000L, 2), tuple(Reason.MULTIPLIED, 62L, 6_200_000L, 1));
        assertThat(judgement.pointsAt(1)).isEqualTo(124);
        assertThat(judgement.pointsAt(2)).isEqualTo(62 + 62);
    }

    @Test
    void a_rule_rounds_once_per_receipt_and_its_points_go_where_the_remainders_are_largest() {
        Judgement judgement = judge(List.of(BASE), line(1, 60_000, null), line(2, 70_000, null), line(3, 80_000, null));

        assertThat(judgement.points()).isEqualTo(2);
        assertThat(judgement.rules().getFirst().lines())
                .extracting(RuleOutcome.LinePoints::position)
                .containsExactly(2, 3);
    }

    @Test
    void a_category_matches_what_is_below_it_and_nothing_that_only_begins_alike() {
        assertThat(judge(List.of(BASE, FRESH), line(1, 500_000, "Segar")).points()).isEqualTo(10);
        assertThat(judge(List.of(BASE, FRESH), line(1, 500_000, "Segar > Buah > Apel")).points()).isEqualTo(10);
        assertThat(judge(List.of(BASE, FRESH), line(1, 500_000, "Segaran")).points()).isEqualTo(5);
        assertThat(judge(List.of(BASE, FRESH), line(1, 500_000, "SEGAR")).points()).isEqualTo(10);
        assertThat(judge(List.of(BASE, FRESH), line(1, 500_000, "segar > buah")).points()).isEqualTo(10);
    }

    @Test
    void weekdays_are_those_of_the_stores_own_clocks() {
        RuleVersion sunday = rule("sunday", new Effect.Bonus(50), Conditions.NONE.on(DayOfWeek.SUNDAY));

        assertThat(judge(occasion("red", JAYAPURA), List.of(sunday), line(1, 500_000, null)).points())
                .isEqualTo(50);
        assertThat(judge(occasion("red", JAKARTA), List.of(sunday), line(1, 500_000, null)).rules())
                .extracting(RuleOutcome::reason)
                .containsExactly(Reason.OTHER_WEEKDAY);
    }

    @Test
    void what_earned_nothing_says_why() {
        RuleVersion offer = rule("offer", new Effect.Bonus(50), Conditions.NONE.onlyThroughOffer());
        RuleVersion gold = rule(
                "gold", new Effect.Bonus(50), new Conditions(Set.of(), Set.of("gold"), Set.of(), false));

        assertThat(judge(List.of(BASE, FRESH, offer, gold), line(1, 99_900, "Roti")).rules())
                .extracting(RuleOutcome::reason)
                .containsExactly(
                        Reason.BELOW_ONE_POINT, Reason.NO_MATCHING_LINES, Reason.NEEDS_OFFER, Reason.OTHER_TIER);
        assertThat(judge(List.of(BASE), line(1, 0, "Rokok")).rules())
                .extracting(RuleOutcome::reason)
                .containsExactly(Reason.NOTHING_EARNS);
    }

    @Test
    void a_minimum_counts_what_the_matching_lines_earn_on() {
        RuleVersion bonus = rule("bonus", new Effect.Bonus(50), Conditions.categories("Segar").from(5_000_000));

        assertThat(judge(List.of(BASE, bonus), line(1, 4_999_900, "Segar"), line(2, 9_000_000, "Roti")).rules())
                .extracting(RuleOutcome::reason)
                .containsExactly(Reason.PER_AMOUNT, Reason.BELOW_MINIMUM);
        assertThat(judge(List.of(bonus), line(1, 2_500_000, "Segar"), line(2, 2_500_000, "Segar > Buah")).points())
                .isEqualTo(50);
    }

    @Test
    void an_older_rule_whose_span_ends_when_it_begins_lasts_a_day_from_then_and_says_so() {
        Hours day = new Hours(LocalTime.NOON, LocalTime.NOON);
        RuleVersion sunday = rule(
                "old",
                new Effect.Bonus(5),
                Conditions.NONE.on(DayOfWeek.SUNDAY).during(new Times(List.of(day), Set.of(), Set.of())));

        assertThat(points(sunday, "2026-11-22T11:59:00")).isZero();
        assertThat(points(sunday, "2026-11-22T12:00:00")).isEqualTo(5);
        assertThat(points(sunday, "2026-11-23T11:59:00")).isEqualTo(5);
        assertThat(points(sunday, "2026-11-23T12:00:00")).isZero();
        assertThat(Words.of(List.of(day)))
                .isEqualTo(LocalText.of("12.00–12.00 keesokan harinya", "12:00–12:00 the next day"));
    }

    private static long points(RuleVersion rule, String local) {
        Instant at = LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
        return judge(new Occasion(at, JAKARTA, "red", Set.of()), List.of(rule), line(1, 500_000, null)).points();
    }

    @Test
    void an_offer_opens_the_rule_it_names() {
        RuleVersion offer = rule("offer", new Effect.Multiplier(new BigDecimal("2")), Conditions.NONE.onlyThroughOffer());
        Occasion occasion = new Occasion(SUNDAY_IN_JAYAPURA, JAKARTA, "red", Set.of(offer.ruleId()));

        assertThat(judge(occasion, List.of(BASE, offer), line(1, 500_000, null)).points()).isEqualTo(10);
    }

    @Test
    void of_several_versions_the_highest_in_force_at_the_moment_judges() {
        Instant change = Instant.parse("2026-06-01T00:00:00Z");
        UUID id = UUID.randomUUID();
        RuleVersion first = new RuleVersion(id, "base", 1, Instant.EPOCH, Optional.empty(), BASE.definition());
        RuleVersion second = new RuleVersion(id, "base", 2, change, Optional.empty(), BASE.definition());
        RuleBook book = new RuleBook(List.of(first, second));

        assertThat(book.inForce(Trigger.PURCHASE, change.minusSeconds(1))).containsExactly(first);
        assertThat(book.inForce(Trigger.PURCHASE, change)).containsExactly(second);
        assertThat(book.inForce(Trigger.JOIN, change)).isEmpty();
        assertThat(book.version(id, 1)).contains(first);
    }

    @Test
    void the_base_leaves_out_discounts_points_and_products_that_earn_nothing() {
        long[] base = EarningBase.of(List.of(6_000L, 3_000L, 1_000L), List.of(true, false, true), 1_000, 0, 2_000);

        assertThat(base).containsExactly(4_200, 0, 700);
    }

    @Test
    void tax_on_top_counts_and_a_gift_of_everything_leaves_nothing() {
        assertThat(EarningBase.of(List.of(10_000L), List.of(true), 0, 1_100, 0)).containsExactly(11_100);
        assertThat(EarningBase.of(List.of(10_000L), List.of(true), 10_000, 0, 500)).containsExactly(0);
        assertThat(EarningBase.of(List.of(0L, 0L), List.of(true, true), 0, 0, 0)).containsExactly(0, 0);
    }

    private static Judgement judge(List<RuleVersion> rules, JudgedLine... lines) {
        return judge(occasion("red", JAKARTA), rules, lines);
    }

    private static Judgement judge(Occasion occasion, List<RuleVersion> rules, JudgedLine... lines) {
        return Evaluation.judge(rules, occasion, List.of(lines), false);
    }

    private static Occasion occasion(String tier, ZoneId zone) {
        return new Occasion(SUNDAY_IN_JAYAPURA, zone, tier, Set.of());
    }

    private static JudgedLine line(int position, long sen, String category) {
        return new JudgedLine(position, sen, Optional.ofNullable(category));
    }

    private static RuleVersion rule(String code, Effect effect, Conditions conditions) {
        LocalText text = LocalText.of(code, code);
        return new RuleVersion(
                UUID.randomUUID(),
                code,
                1,
                Instant.EPOCH,
                Optional.empty(),
                new RuleDefinition(text, text, Trigger.PURCHASE, conditions, effect, 12, OWNER));
    }
}
