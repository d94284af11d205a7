package id.setia.platform;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier and what reaches it. */
@Serdeable
@Schema(description = "A tier of the program and what reaches it.")
record ProgramTier(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better.", example = "2") int rank,
        @Schema(description = "Average monthly spend that reaches it; zero for the lowest.") Money threshold) {}
