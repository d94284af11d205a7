package id.setia.platform;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The programme as it should be. */
@Serdeable
@Schema(description = "The program as it should be.")
record ChangeProgramRequest(
        @NotNull @Schema(description = "Its name, 1 to 80 characters.", example = "Klub Nusantara") String name,
        @NotNull @Valid @Schema(description = "What points are called, each 1 to 40 characters.") LocalText pointsName,
        @NotNull
                @Schema(
                        description = "What one point is worth to a member, in the program's currency: a plain decimal above 0 with at most six digits after the point.",
                        example = "10")
                String pointWorth,
        @NotNull
                @Schema(
                        description = "ISO 4217 code; fixed after the first purchase, and only one with as many digits after the point.",
                        example = "IDR")
                String currency,
        @NotNull
                @Schema(description = "Time zone of its calendar, by IANA name; fixed after the first purchase.", example = "Asia/Jakarta")
                String timeZone) {}
