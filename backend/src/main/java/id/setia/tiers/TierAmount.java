package id.setia.tiers;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** So much of what the ladder counts. */
@Serdeable
@Schema(description = "So much of what the ladder counts: money, or a number of points or visits; exactly one is there.")
public record TierAmount(
        @Nullable @Schema(description = "Money, where the ladder counts spend.") Money money,
        @Nullable @Schema(description = "Points or visits, where it counts those.", example = "120") Long count) {

    static TierAmount of(TierMetric metric, long value, Program program) {
        return metric.isMoney() ? new TierAmount(program.money(value), null) : new TierAmount(null, value);
    }
}
