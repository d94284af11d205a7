package id.setia.partners;

import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A code typed at a till. */
@Serdeable
@Schema(description = "A code typed at a till.")
public record PairTerminalRequest(
        @NotNull
                @Size(max = 40)
                @Schema(description = "The code; blanks, hyphens and case do not matter.", example = "7K2M-9QX3")
                String code,
        @Nullable
                @Size(max = 100)
                @Schema(
                        description = "For signed mode: the till's Ed25519 public key, its raw 32 bytes in base 64 or base 64 for URLs (the `x` of"
                                + " a JWK). The private key never leaves the till.",
                        example = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
                String signingKey) {

    PairingCode parsed() {
        return PairingCode.parse(code).orElseThrow(() -> Problem.invalid("/code", "pairing_code_mistyped"));
    }

    Optional<byte[]> rawSigningKey() {
        return Optional.ofNullable(signingKey)
                .map(text -> Ed25519Keys.parse(text)
                        .orElseThrow(() -> Problem.invalid("/signingKey", "signing_key_unusable")));
    }

    @Override
    public String toString() {
        return "PairTerminalRequest[]";
    }
}
