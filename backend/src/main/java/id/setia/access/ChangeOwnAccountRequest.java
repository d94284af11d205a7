package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a member of staff is called. */
@Serdeable
@Schema(description = "What a member of staff wants to be called, and the language of mails to them.")
public record ChangeOwnAccountRequest(
        @NotBlank @Size(max = 120) @Schema(description = "The name shown to others.", example = "Rina Hartono") String name,
        @NotNull
                @Pattern(regexp = "id|en")
                @Schema(description = "The language of mails.", allowableValues = {"id", "en"}, example = "id")
                String language) {

    @Override
    public String toString() {
        return "ChangeOwnAccountRequest[]";
    }
}
