package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How long the secret before signs too. */
@Serdeable
@Schema(description = "How long the secret before signs beside the new one.")
public record RotateWebhookSecretRequest(
        @NotNull
                @Min(0)
                @Max(168)
                @Schema(description = "For so many hours; 0 ends it at once.", example = "24")
                Integer previousGoodForHours) {}
