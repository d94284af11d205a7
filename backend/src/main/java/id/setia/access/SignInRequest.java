package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Credentials of a member or a member of staff. */
@Serdeable
@Schema(description = "Credentials of a member or a member of staff.")
public record SignInRequest(
        @NotNull
                @Pattern(regexp = "member|staff")
                @Schema(
                        description = "Whether to sign in to the portal or to the back office.",
                        allowableValues = {"member", "staff"},
                        example = "member")
                String kind,
        @NotNull @Size(max = 254) @Schema(description = "The e-mail address; for a member also the phone number, in any usual form.", example = "budi@example.com") String email,
        @NotNull @Size(max = 1000) @Schema(description = "The password.", example = "kopi susu gula aren") String password) {

    @Override
    public String toString() {
        return "SignInRequest[kind=" + kind + "]";
    }
}
