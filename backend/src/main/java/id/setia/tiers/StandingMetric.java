package id.setia.tiers;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The figures of the next run, so far. */
@Serdeable
@Schema(description = "What the next evaluation looks at, as far as it has happened: the month under way and those before it.")
public record StandingMetric(
        @Schema(description = "Average monthly spend so far: the sum of the months shown over their number, rounded down to whole units of the currency.")
                Money average,
        @Schema(description = "How many months the average is over, also for those who joined within them.", example = "6")
                int months,
        @Schema(description = "Spend by month, the earliest first; the last is the month under way.")
                List<MonthSpend> monthSpends) {}
