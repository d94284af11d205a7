package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A till as it should be. */
@Serdeable
@Schema(description = "A till as it should be.")
public record ChangeTerminalRequest(
        @NotNull @Schema(description = "What it is called or where it stands, at most 80 characters; may be empty.", example = "Lantai 2")
                String name,
        @NotNull
                @Schema(
                        description = "`active` or `retired`. A retired till gets no new tokens.",
                        allowableValues = {"active", "retired"},
                        example = "active")
                String state) {
}
