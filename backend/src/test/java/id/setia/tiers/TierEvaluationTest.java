package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.MonthSum;
import id.setia.points.MonthSums;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierEvaluationTest {

    /** Gold from 1,000 a month and priority from 2,500. */
    private static final Ladder LADDER = Ladder.classic(1_000, 2_500);

    @ParameterizedTest(name = "{0}: {2} at the run of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exactly the threshold          | 2026-11 | gold     | 2026-05=1000 2026-06=1000 2026-07=1000 2026-08=1000 2026-09=1000 2026-10=1000",
                "one unit below the threshold   | 2026-11 | red      | 2026-05=1000 2026-06=1000 2026-07=1000 2026-08=1000 2026-09=1000 2026-10=999",
                "exactly the higher threshold   | 2026-11 | priority | 2026-10=15000",
                "one unit below the higher      | 2026-11 | gold     | 2026-10=14999",
                "the month before the window    | 2026-11 | red      | 2026-04=6000",
                "the month of the run           | 2026-11 | red      | 2026-11=6000",
                "first month of the window      | 2026-11 | gold     | 2026-05=6000",
                "last month of the window       | 2026-11 | gold     | 2026-10=6000",
                "across the turn of the year    | 2027-01 | gold     | 2026-07=3000 2026-12=3000",
                "before the turn of the year    | 2027-03 | gold     | 2026-09=3000 2027-02=3000",
                "August is out of March's window| 2027-03 | red      | 2026-08=3000 2027-02=3000",
                "joined two months ago          | 2026-11 | gold     | 2026-09=3000 2026-10=3000",
                "joined two months ago, average of own months would do | 2026-11 | red | 2026-09=1000 2026-10=1000",
                "a refund lowered a month       | 2026-11 | red      | 2026-09=5999 2026-10=-1 2026-08=1",
                "more refunded than bought      | 2026-11 | red      | 2026-10=-500",
                "nothing bought                 | 2026-11 | red      | 2020-01=0",
            })
    void the_average_of_six_whole_months_decides(String example, YearMonth run, String tier, String months) {
        assertThat(classic(sums(months), run).tier(LADDER).code()).isEqualTo(tier);
    }

    @Test
    void the_average_is_over_six_months_and_rounded_down() {
        assertThat(classic(sums("2026-10=5999"), YearMonth.parse("2026-11")).figure())
                .isEqualTo(999);
    }

    @Test
    void what_is_missing_is_money_to_spend_and_no_difference_of_averages() {
        TierEvaluation evaluation = classic(sums("2026-09=1500 2026-10=1000"), YearMonth.parse("2026-11"));

        assertThat(evaluation.missingFor(LADDER.find("gold").orElseThrow())).isEqualTo(3_500);
    }

    private static TierEvaluation classic(MonthSums sums, YearMonth run) {
        return TierEvaluation.of(TierPolicy.CLASSIC, TierFacts.of(sums), run);
    }

    private static MonthSums sums(String months) {
        MonthSums sums = MonthSums.NONE;
        for (String month : Stream.of(months.split(" ")).filter(part -> !part.isBlank()).toList()) {
            String[] parts = month.split("=");
            sums = sums.plus(YearMonth.parse(parts[0]), new MonthSum(Long.parseLong(parts[1]), 1, 0));
        }
        return sums;
    }
}
