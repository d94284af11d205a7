package id.setia.tiers;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier there is no more. */
@Serdeable
@Schema(description = "A tier that was removed. Its members keep it until the next evaluation.")
public record RemovedTierResponse(
        @Schema(description = "Its code.", example = "silver") String code,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "Code of the tier its members fall to.", example = "red") String fallsTo,
        @Schema(description = "How many members have it still.", example = "42") long members) {}
