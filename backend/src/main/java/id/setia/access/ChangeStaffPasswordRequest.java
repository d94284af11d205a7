package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password in the place of the one now. */
@Serdeable
@Schema(description = "A new password in the place of the one now.")
public record ChangeStaffPasswordRequest(
        @NotNull @Size(max = 1000) @Schema(description = "The password now.", example = "wedang jahe hangat")
                String currentPassword,
        @NotNull @Size(max = 1000) @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "teh tarik tanpa gula")
                String newPassword) {

    @Override
    public String toString() {
        return "ChangeStaffPasswordRequest[]";
    }
}
