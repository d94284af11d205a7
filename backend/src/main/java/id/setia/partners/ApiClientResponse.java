package id.setia.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.access.Scope;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An API client as staff see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An API client of a till or of a partner's system, without its secrets.")
public record ApiClientResponse(
        @Schema(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
        @Schema(description = "What it sends as `client_id`.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String clientKey,
        @Schema(description = "What staff call it.", example = "Kasir 3, Toko Menteng") String name,
        @Schema(description = "Its partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Nullable @Schema(description = "Its till; absent for a partner's system.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String terminalId,
        @Nullable @Schema(description = "Its till's store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "What it may do.", example = "[\"purchases:write\",\"members:lookup\"]") List<String> scopes,
        @Schema(
                        description = "Whether it may call.",
                        allowableValues = {"active", "revoked"},
                        example = "active")
                String state,
        @Schema(description = "When it was registered.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it was revoked.", example = "2026-11-23T03:04:05Z") Instant revokedAt,
        @Nullable @Schema(description = "The minute of its last call, at most half a minute late.", example = "2026-11-22T08:00:00Z")
                Instant lastUsedAt,
        @Schema(description = "Its secrets that still work, the newest first.") List<ApiClientSecret> secrets) {

    static ApiClientResponse of(ApiClient client, Optional<Terminal> terminal, Instant now) {
        return new ApiClientResponse(
                PublicId.API_CLIENT.format(client.id()),
                client.clientKey(),
                client.name(),
                PublicId.PARTNER.format(client.partnerId()),
                client.terminalId().map(PublicId.TERMINAL::format).orElse(null),
                terminal.map(till -> PublicId.STORE.format(till.storeId())).orElse(null),
                client.scopes().stream().map(Scope::value).sorted().toList(),
                client.active() ? "active" : "revoked",
                client.createdAt(),
                client.revokedAt().orElse(null),
                client.lastUsedAt().orElse(null),
                client.secrets().stream()
                        .filter(secret -> client.active() && secret.lives(now))
                        .map(ApiClientSecret::of)
                        .toList());
    }
}
