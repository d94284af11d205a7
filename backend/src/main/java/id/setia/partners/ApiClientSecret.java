package id.setia.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A secret without itself. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A secret of an API client, without the secret itself.")
public record ApiClientSecret(
        @Schema(
                        description = "Tells it from others: the first twelve hexadecimal digits of its SHA-256.",
                        example = "9f86d081884c")
                String secretId,
        @Schema(description = "When it was given out.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it ends, where that is settled.", example = "2026-11-23T03:04:05Z")
                Instant expiresAt,
        @Nullable @Schema(description = "The minute of the last call by a token of it, at most half a minute late.", example = "2026-11-22T08:00:00Z")
                Instant lastUsedAt) {

    static ApiClientSecret of(ApiClient.Secret secret) {
        return new ApiClientSecret(
                secret.id(),
                secret.createdAt(),
                secret.expiresAt().orElse(null),
                secret.lastUsedAt().orElse(null));
    }
}
