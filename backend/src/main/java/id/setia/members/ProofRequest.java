package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Proof that a signed-in member is themselves: the password, or a fresh code. */
@Serdeable
@Schema(description = "Proof that a signed-in member is themselves: the password, or a fresh code of `POST /members/me/proof-codes`.")
public record ProofRequest(
        @Nullable @Size(max = 1000) @Schema(description = "The member's password.", example = "kopi susu gula aren") String password,
        @Nullable @Size(max = 40) @Schema(description = "The code that was sent.", example = "cod_01j9zq3k5v8w2x4y6z8a0b2c4d") String codeId,
        @Nullable @Size(max = 20) @Schema(description = "Its six digits.", example = "123456") String code) {

    @Override
    public String toString() {
        return "ProofRequest[]";
    }
}
