package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Asks for a membership to end: the member with their password, or with a code where they have none; staff with a reason. */
@Serdeable
@Schema(description = "Asks for a membership to end: the member with their password, or with a code where they have none; staff with a reason.")
public record CloseMembershipRequest(
        @Nullable @Size(max = 400) @Schema(description = "The member's password.", example = "kopi susu gula aren") String password,
        @Nullable @Size(max = 20) @Schema(description = "The code that was sent to a member without a password.", example = "482913") String code,
        @Nullable @Size(max = 200) @Schema(description = "Why; staff must say.", example = "Kartu hilang di bus") String reason) {

    @Override
    public String toString() {
        return "CloseMembershipRequest[]";
    }
}
