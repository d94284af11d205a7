package id.setia.partners;

import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An API client to register. */
@Serdeable
@Schema(description = "An API client to register, for a till or for a partner's own system.")
public record CreateApiClientRequest(
        @Nullable
                @Schema(description = "The partner whose system it is; left out for a till.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String partnerId,
        @Nullable
                @Schema(description = "The till it is for; left out for a partner's system.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String terminalId,
        @NotNull @Schema(description = "What staff call it, 1 to 120 characters.", example = "Kasir 3, Toko Menteng") String name,
        @NotNull
                @Size(max = 20)
                @Schema(
                        description = "What it may do. A till may have none of `ledger:read`, `imports:write`, `events:read`, `webhooks:read` and `webhooks:write`.",
                        example = "[\"purchases:write\",\"members:lookup\"]")
                List<String> scopes,
        @Nullable
                @Schema(
                        description = "When its first secret ends by itself, at least an hour ahead; never when left out.",
                        example = "2027-11-22T03:04:05Z")
                Instant secretExpiresAt) {

    Optional<UUID> terminal() {
        return Optional.ofNullable(terminalId)
                .map(text -> PublicId.TERMINAL.parseOr(text, ProblemCode.TERMINAL_NOT_FOUND));
    }

    UUID partner() {
        return PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND);
    }
}
