package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Whether a till is to sign what it sends. */
@Serdeable
@Schema(description = "Whether a till is to sign what it sends.")
public record ChangeTerminalSigningRequest(
        @NotNull
                @Schema(
                        description = "`true`: purchases and refunds of the till are taken in signed batches alone, from within a second on.",
                        example = "true")
                Boolean signs) {}
