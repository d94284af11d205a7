package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A yes or no. */
@Serdeable
@Schema(description = "A yes or no to one use of the member's data.")
public record ChangeConsentRequest(
        @NotNull @Schema(description = "Whether it is a yes.", example = "true") Boolean given,
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Version of the terms the member was shown; for partners' systems, the version in force when absent.",
                        example = "2026-11")
                String textVersion,
        @Nullable
                @Schema(
                        description = "Where the member said so; for partners' systems, `counter` when absent.",
                        allowableValues = {"counter", "app", "web", "phone", "paper"},
                        example = "counter")
                String channel) {}
