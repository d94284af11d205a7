package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points outstanding that lapse in the same month. */
@Serdeable
@Schema(description = "Points outstanding that lapse in the same month.")
record ExpiringPointsResponse(
        @Nullable
                @Schema(
                        description = "The month, programme time; absent for points that never lapse.",
                        example = "2027-11")
                String month,
        @Schema(description = "How many.", example = "182000") long points,
        @Schema(description = "What they count for.") Money value) {}
