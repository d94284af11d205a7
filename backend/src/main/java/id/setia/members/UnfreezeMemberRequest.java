package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Who proves to be the member: the member by the code sent to them, staff by having checked. */
@Serdeable
@Schema(description = "Who proves to be the member: the member by the code sent to them, staff by having checked.")
public record UnfreezeMemberRequest(
        @Nullable @Size(max = 20) @Schema(description = "The code that was sent; members only.", example = "482913") String code,
        @Nullable @Schema(description = "That staff checked who the person is; must be true for staff.", example = "true") Boolean identityChecked,
        @Nullable @Size(max = 200) @Schema(description = "Why; staff must say.", example = "Kartu hilang di bus") String reason) {

    @Override
    public String toString() {
        return "UnfreezeMemberRequest[]";
    }
}
