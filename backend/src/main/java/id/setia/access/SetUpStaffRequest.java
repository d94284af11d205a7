package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The first administrator's account. */
@Serdeable
@Schema(description = "The first administrator's account.")
public record SetUpStaffRequest(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "The part of the setup link behind the `#`.", example = "pX3b6mU0r0mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf")
                String token,
        @NotBlank @Size(max = 254) @Schema(description = "The e-mail address to sign in with.", example = "sari@example.com")
                String email,
        @NotBlank @Size(max = 120) @Schema(description = "The name shown to others.", example = "Sari Wulandari") String name,
        @NotNull @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "kopi susu gula aren")
                String password) {

    @Override
    public String toString() {
        return "SetUpStaffRequest[]";
    }
}
