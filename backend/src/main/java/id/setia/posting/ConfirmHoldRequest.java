package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many of the points set aside are used. */
@Serdeable
@Schema(description = "How many of the points set aside are used.")
public record ConfirmHoldRequest(
        @Nullable @Min(1) @Max(1_000_000_000) @Schema(description = "How many are used; all of them when absent. The others come back to the member.", example = "2000")
                Long points) {}
