package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks for a code. */
@Serdeable
@Schema(description = "Asks for a code.")
public record SendMemberCodeRequest(
        @NotNull
                @Schema(
                        description = "What the code is for.",
                        allowableValues = {"unfreeze", "close"},
                        example = "unfreeze")
                String purpose,
        @Nullable @Size(max = 400) @Schema(description = "The member's password; needed where they have one.", example = "kopi susu gula aren") String password) {

    @Override
    public String toString() {
        return "SendMemberCodeRequest[]";
    }
}
