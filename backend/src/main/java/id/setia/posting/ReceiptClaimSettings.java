package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How long a receipt may be claimed. */
@Serdeable
@Schema(description = "How long whoever holds a receipt that is nobody's may claim it.")
public record ReceiptClaimSettings(
        @NotNull @Min(1) @Max(90) @Schema(description = "Days after the purchase.", example = "14") Integer days) {}
