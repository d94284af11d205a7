package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The code that came, and a new password where one is wanted. */
@Serdeable
@Schema(description = "The code that came, and a new password where the old one is forgotten.")
public record ConfirmSignInCodeRequest(
        @NotNull @Size(max = 20) @Schema(description = "Six digits; blanks are passed over.", example = "123456") String code,
        @Nullable
                @Size(max = 1000)
                @Schema(
                        description = "A new password, 10 to 128 characters. Every other browser is then signed out.",
                        example = "teh melati panas sekali")
                String newPassword) {

    @Override
    public String toString() {
        return "ConfirmSignInCodeRequest[]";
    }
}
