package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final UUID RULE = new UUID(1, 1);
    private static final LocalText NAME = LocalText.of("Poin belanja", "Points for shopping");

    @Test
    void a_later_version_takes_the_place_of_the_one_before_from_its_first_moment() {
        RuleVersion first = version(1, -10, null);
        RuleVersion second = version(2, 5, null);

        assertThat(state(first, first, second)).isEqualTo(RuleState.IN_FORCE);
        assertThat(state(second, first, second)).isEqualTo(RuleState.SCHEDULED);
        assertThat(timeline(first, second).until(first)).contains(second.from());
        assertThat(judging(days(5), first, second)).contains(second);
        assertThat(judging(days(5).minusNanos(1_000), first, second)).contains(first);
    }

    @Test
    void a_version_published_before_one_that_waits_replaces_it() {
        RuleVersion first = version(1, -10, null);
        RuleVersion waiting = version(2, 5, null);
        RuleVersion sooner = version(3, 1, null);

        assertThat(state(waiting, first, waiting, sooner)).isEqualTo(RuleState.REPLACED);
        assertThat(judging(days(6), first, waiting, sooner)).contains(sooner);
    }

    @Test
    void a_rule_that_ended_stays_ended_and_no_earlier_version_comes_back() {
        RuleVersion first = version(1, -10, null);
        RuleVersion end = version(2, -1, -1);

        assertThat(judging(NOW, first, end)).isEmpty();
        assertThat(judging(days(-2), first, end)).contains(first);
        assertThat(timeline(first, end).state(NOW)).isEqualTo(RuleState.ENDED);
        assertThat(timeline(first, end).shown(NOW)).isEqualTo(first);
        assertThat(timeline(first, end).end(first)).contains(end.from());
    }

    @Test
    void a_version_with_an_end_ends_the_rule() {
        RuleVersion first = version(1, -10, null);
        RuleVersion december = version(2, -5, 3);

        assertThat(judging(NOW, first, december)).contains(december);
        assertThat(judging(days(3), first, december)).isEmpty();
        assertThat(timeline(first, december).state(days(3))).isEqualTo(RuleState.ENDED);
    }

    @Test
    void a_rule_may_begin_again_after_its_end() {
        RuleVersion first = version(1, -10, null);
        RuleVersion end = version(2, -5, -5);
        RuleVersion again = version(3, -1, null);

        assertThat(judging(days(-3), first, end, again)).isEmpty();
        assertThat(judging(NOW, first, end, again)).contains(again);
        assertThat(timeline(first, end, again).state(NOW)).isEqualTo(RuleState.IN_FORCE);
    }

    private static Optional<RuleVersion> judging(Instant moment, RuleVersion... versions) {
        return new RuleBook(List.of(versions)).inForce(Trigger.PURCHASE, moment).stream().findFirst();
    }

    private static RuleState state(RuleVersion version, RuleVersion... versions) {
        return timeline(versions).state(version, NOW);
    }

    private static RuleTimeline timeline(RuleVersion... versions) {
        return new RuleTimeline(Stream.of(versions)
                .map(version -> new RulePublication(version, Optional.empty(), NOW))
                .toList()
                .reversed());
    }

    private static RuleVersion version(int number, int fromDay, Integer untilDay) {
        RuleDefinition definition = new RuleDefinition(
                NAME, NAME, Trigger.PURCHASE, Conditions.NONE, new Effect.PerAmount(1, 100_000), 12, new UUID(2, 2));
        return new RuleVersion(
                RULE, "base", number, days(fromDay), Optional.ofNullable(untilDay).map(RuleTimelineTest::days), definition);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
