package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A secret, without itself. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A secret that events are signed with; what it is, is told when it is made.")
public record WebhookSecretResponse(
        @Schema(description = "The secret's id.", example = "whs_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookSecretId,
        @Schema(description = "When it was made.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable
                @Schema(description = "When it signs no more; absent for the newest one.", example = "2026-11-23T03:04:05Z")
                Instant expiresAt) {

    static WebhookSecretResponse of(WebhookSecret secret) {
        return new WebhookSecretResponse(
                PublicId.WEBHOOK_SECRET.format(secret.id()), secret.createdAt(), secret.expiresAt().orElse(null));
    }
}
