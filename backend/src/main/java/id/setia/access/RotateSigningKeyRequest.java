package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** How the key of tokens changes. */
@Serdeable
@Schema(description = "How the key of tokens changes.")
public record RotateSigningKeyRequest(
        @NotNull
                @Schema(
                        description = "Whether a key there is may be known to others: then all end at once, with every token.",
                        example = "false")
                Boolean leaked) {}
