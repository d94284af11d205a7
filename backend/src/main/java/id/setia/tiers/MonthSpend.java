package id.setia.tiers;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Spend of one month. */
@Serdeable
@Schema(description = "What a member spent in one month: earning base less refunds of that month's purchases.")
public record MonthSpend(
        @Schema(description = "Year and month, program time.", example = "2026-11") String month,
        @Schema(description = "Spend counted in the month.") Money spend) {}
