package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The code that came to the new contact. */
@Serdeable
@Schema(description = "The code that came to the new contact.")
public record ConfirmContactRequest(
        @NotNull @Size(max = 20) @Schema(description = "Six digits; blanks are passed over.", example = "123456") String code,
        @Nullable
                @Schema(description = "Whether to free a phone number that belongs to another account, after `contact_taken`.", example = "false")
                Boolean release) {

    boolean releases() {
        return Boolean.TRUE.equals(release);
    }

    @Override
    public String toString() {
        return "ConfirmContactRequest[]";
    }
}
