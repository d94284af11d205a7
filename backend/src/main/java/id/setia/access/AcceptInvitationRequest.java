package id.setia.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Taking up an invitation. */
@Serdeable
@Schema(description = "Taking up an invitation.")
public record AcceptInvitationRequest(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "The part of the link behind the `#`.", example = "pX3b6mU0r0mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf")
                String token,
        @Nullable @Size(max = 120) @Schema(description = "The name shown to others, where it should be another than the invitation's.", example = "Rina Hartono")
                String name,
        @NotNull @Size(max = 1000) @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "kopi susu gula aren")
                String password) {

    @Override
    public String toString() {
        return "AcceptInvitationRequest[]";
    }
}
