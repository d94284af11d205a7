package id.setia.tiers;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The figures of the next run, so far. */
@Serdeable
@Schema(description = "What the next evaluation looks at, as far as it has happened: the month under way and those before it.")
public record StandingMetric(
        @Schema(description = "Average monthly spend so far: the spend of the window over its length, rounded down to whole units of the currency.")
                Money average,
        @Schema(description = "How many months the average is over.", example = "6") int months,
        @Schema(description = "Spend by month, the earliest first; the last is the month under way.")
                List<MonthSpend> monthSpends,
        @Schema(
                        description = "What the ladder counts: `average_spend`, `spend`, `points` or `visits`.",
                        example = "average_spend")
                String kind,
        @Schema(
                        description = "Which months it counts: the last so many (`rolling`), a `calendar_year` or a `membership_year`.",
                        example = "rolling")
                String window,
        @Schema(description = "First month of the window.", example = "2026-06") String firstMonth,
        @Schema(description = "Last month of the window.", example = "2026-11") String lastMonth,
        @Schema(description = "The sum of what counts in the window so far.") TierAmount sum) {}
