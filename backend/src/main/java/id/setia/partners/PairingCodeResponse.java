package id.setia.partners;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A code to type at a till, told this once. */
@Serdeable
@Schema(description = "A code to type at a till once. It is told this once and not kept.")
public record PairingCodeResponse(
        @Schema(description = "The till it is for.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
        @Schema(description = "Eight characters without I, L, O and U, the last of which finds a mistyped one.", example = "7K2M-9QX3")
                String code,
        @Schema(description = "When it stops working.", example = "2026-11-22T03:19:05Z") Instant expiresAt) {

    static PairingCodeResponse of(UUID terminalId, PairingCode.Offered offered) {
        return new PairingCodeResponse(
                PublicId.TERMINAL.format(terminalId), offered.code().grouped(), offered.expiresAt());
    }

    @Override
    public String toString() {
        return "PairingCodeResponse[terminalId=" + terminalId + "]";
    }
}
