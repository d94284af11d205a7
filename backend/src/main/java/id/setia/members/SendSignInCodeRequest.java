package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a code to sign in is wanted. */
@Serdeable
@Schema(description = "Where a code to sign in is wanted.")
public record SendSignInCodeRequest(
        @NotNull
                @Size(max = 254)
                @Schema(description = "An e-mail address, or a phone number in any usual form.", example = "0812-3456-7890")
                String contact,
        @NotNull
                @Pattern(regexp = "id|en")
                @Schema(
                        description = "Language of the message to somebody unknown; members get theirs.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language) {

    @Override
    public String toString() {
        return "SendSignInCodeRequest[]";
    }
}
