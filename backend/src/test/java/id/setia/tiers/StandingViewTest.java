package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.points.MonthSum;
import id.setia.points.MonthSums;
import id.setia.testing.TestProgram;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingViewTest {

    private static final UUID MEMBER = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void a_new_member_has_the_lowest_tier_and_is_told_why() {
        StandingResponse standing = view(history(joined()), MonthSums.NONE);

        assertThat(standing.tier().code()).isEqualTo("red");
        assertThat(standing.reason().id()).isEqualTo("Merah adalah tingkat awal setiap anggota.");
        assertThat(standing.since()).isEqualTo(joined().effectiveFrom());
        assertThat(standing.until()).isNull();
        assertThat(standing.keeps()).isNull();
        assertThat(standing.next().progress()).isEqualTo(0.03);
    }

    @Test
    void the_gap_is_money_still_to_spend_by_the_last_day_that_counts() {
        StandingResponse standing = view(history(run("gold")), spend(2_000_000, 12_900_000 - 2_000_000));

        assertThat(standing.next().tier().code()).isEqualTo("priority");
        assertThat(standing.next().spendNeeded()).isEqualTo(new Money("2100000", "IDR"));
        assertThat(standing.next().by()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(standing.next().evaluatedOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(standing.next().text())
                .isEqualTo(LocalText.of(
                        "Belanja Rp2.100.000 lagi sampai 30\u00A0November untuk naik ke Prioritas",
                        "Spend Rp2,100,000 more by 30\u00A0November to reach Priority"));
        assertThat(standing.next().progress()).isEqualTo(0.86);
    }

    @Test
    void the_metric_shows_the_months_the_next_run_looks_at() {
        StandingResponse standing = view(history(run("gold")), spend(2_000_000, 4_000_000));

        assertThat(standing.metric().average()).isEqualTo(new Money("1000000", "IDR"));
        assertThat(standing.metric().monthSpends())
                .extracting(MonthSpend::month)
                .containsExactly("2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11");
        assertThat(standing.metric().monthSpends().getLast().spend()).isEqualTo(new Money("4000000", "IDR"));
    }

    @Test
    void averages_are_told_in_whole_rupiah_rounded_down() {
        StandingResponse standing = view(history(run("gold")), spend(8_141_500, 0));

        assertThat(standing.metric().average()).isEqualTo(new Money("1356916", "IDR"));
        assertThat(standing.reason().en()).startsWith("You spent Rp1,356,916 a month on average");
    }

    @Test
    void a_tier_reached_is_projected_and_the_one_above_is_next() {
        StandingResponse standing = view(history(joined()), spend(0, 7_000_000));

        assertThat(standing.tier().code()).isEqualTo("red");
        assertThat(standing.projected().code()).isEqualTo("gold");
        assertThat(standing.next().tier().code()).isEqualTo("priority");
    }

    @Test
    void the_highest_tier_has_no_next_and_is_told_what_keeps_it() {
        StandingResponse standing = view(history(run("priority")), spend(13_000_000, 1_000_000));

        assertThat(standing.next()).isNull();
        assertThat(standing.projected().code()).isEqualTo("gold");
        assertThat(standing.keeps().id())
                .isEqualTo("Belanja Rp1.000.000 lagi sampai 30\u00A0November untuk tetap Prioritas");
        assertThat(standing.until()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    @Test
    void a_tier_kept_already_is_said_to_be() {
        StandingResponse standing = view(history(run("gold")), spend(6_000_000, 0));

        assertThat(standing.keeps().en()).isEqualTo("You have spent enough to stay Gold in December\u00A02026");
    }

    @Test
    void a_reached_tier_tells_average_and_threshold() {
        StandingResponse standing = view(history(run("gold")), spend(7_500_000, 0));

        assertThat(standing.reason().id())
                .isEqualTo("Rata-rata belanja Anda Rp1.250.000 per bulan dari Mei\u00A02026 sampai Oktober\u00A02026;"
                        + " Emas mulai dari Rp1.000.000.");
    }

    @Test
    void a_refund_after_the_run_leaves_the_standing_and_its_reason() {
        StandingResponse standing = view(history(run("gold")), spend(5_000_000, 0));

        assertThat(standing.tier().code()).isEqualTo("gold");
        assertThat(standing.reason().en())
                .isEqualTo("You spent Rp1,200,000 a month on average from May\u00A02026 to October\u00A02026 when Gold was"
                        + " given; what changed since counts at the next evaluation.");
    }

    @Test
    void since_reaches_back_over_standings_of_the_same_tier() {
        Standing before = new Standing(
                new UUID(9, 1), MEMBER, Instant.parse("2026-09-30T17:00:00Z"), NOW, "gold", StandingCause.RUN,
                YearMonth.of(2026, 10), reason());

        assertThat(view(history(joined(), before, run("gold")), spend(7_000_000, 0)).since())
                .isEqualTo(before.effectiveFrom());
    }

    @Test
    void of_two_standings_that_take_effect_at_once_the_later_recorded_holds() {
        Standing late = new Standing(
                new UUID(9, 2), MEMBER, run("gold").effectiveFrom(), NOW, "priority", StandingCause.LATE_PURCHASE, NOVEMBER,
                reason());

        assertThat(history(late, run("gold")).tierAt(NOW).code()).isEqualTo("priority");
        assertThat(history(late, run("gold")).tierAt(run("gold").effectiveFrom().minusNanos(1000)).code())
                .isEqualTo("red");
    }

    @Test
    void joining_gives_way_to_a_standing_of_earlier_effect() {
        assertThat(history(joinedAt("2026-11-10T00:00:00Z"), run("gold")).tierAt(NOW).code()).isEqualTo("gold");
    }

    @Test
    void a_tier_brought_over_holds_until_its_day_and_says_so() {
        StandingResponse standing = view(history(broughtOver("2027-01-14T17:00:00Z")), spend(0, 0));

        assertThat(standing.tier().code()).isEqualTo("gold");
        assertThat(standing.reason().id())
                .isEqualTo("Emas dibawa dari program sebelumnya dan berlaku setidaknya sampai 14\u00A0Januari\u00A02027.");
        assertThat(standing.keeps().en()).isEqualTo("Your Gold holds at least until 14\u00A0January\u00A02027");
        assertThat(standing.projected().code()).isEqualTo("gold");
        assertThat(standing.until()).as("the first run that may lower it").isEqualTo(Instant.parse("2027-01-31T17:00:00Z"));
    }

    @Test
    void a_tier_brought_over_whose_day_has_passed_waits_for_the_next_run() {
        StandingResponse standing = view(history(broughtOver("2026-11-09T17:00:00Z")), spend(0, 0));

        assertThat(standing.tier().code()).isEqualTo("gold");
        assertThat(standing.reason().en()).isEqualTo("Gold was brought over from the programme before.");
        assertThat(standing.projected().code()).isEqualTo("red");
    }

    private static Standing broughtOver(String holdsUntil) {
        return new Standing(
                new UUID(4, 4), MEMBER, Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-11-03T02:00:00Z"), "gold",
                StandingCause.IMPORTED, NOVEMBER, reason(), Optional.of(Instant.parse(holdsUntil)));
    }

    private static StandingResponse view(StandingHistory history, MonthSums sums) {
        return new StandingView(TestProgram.PROGRAM, history, sums, NOW).response();
    }

    private static StandingHistory history(Standing... standings) {
        return new StandingHistory(MEMBER, TestProgram.LADDER, List.of(standings));
    }

    /** Spend in rupiah: of October and of November. */
    private static MonthSums spend(long october, long november) {
        return MonthSums.NONE
                .plus(NOVEMBER.minusMonths(1), new MonthSum(october * 100, 1, 0))
                .plus(NOVEMBER, new MonthSum(november * 100, 1, 0));
    }

    private static Standing joined() {
        return joinedAt("2026-03-02T05:00:00Z");
    }

    private static Standing joinedAt(String moment) {
        Instant at = Instant.parse(moment);
        return new Standing(
                new UUID(2, 2), MEMBER, at, at, "red", StandingCause.JOINED, YearMonth.of(2026, 3),
                new StandingReason(0, "2025-09", "2026-02", 6, 0));
    }

    private static Standing run(String tier) {
        return new Standing(
                new UUID(3, 3), MEMBER, Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-10-31T17:05:00Z"), tier,
                StandingCause.RUN, NOVEMBER, reason());
    }

    private static StandingReason reason() {
        return new StandingReason(120_000_000, "2026-05", "2026-10", 6, 100_000_000);
    }
}
