package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A yes or no to one purpose. */
@Serdeable
@Schema(description = "A yes or no to one purpose.")
public record ConsentChoice(
        @NotNull
                @Schema(
                        description = "What the personal data may be used for.",
                        allowableValues = {"marketing_email", "marketing_phone", "profiling", "partner_sharing"},
                        example = "marketing_email")
                String purpose,
        @NotNull @Schema(description = "Whether it may.", example = "true") Boolean given) {}
