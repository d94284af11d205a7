package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A till to set up. */
@Serdeable
@Schema(description = "A till to set up.")
public record CreateTerminalRequest(
        @NotNull
                @Schema(
                        description = "Its number as receipts print it, which never changes: at most 40 letters, digits and . _ / -",
                        example = "3")
                String code,
        @NotNull @Schema(description = "What it is called or where it stands, at most 80 characters; may be empty.", example = "Lantai 2")
                String name) {
}
