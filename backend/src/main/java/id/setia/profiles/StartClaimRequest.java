package id.setia.profiles;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Somebody who was enrolled at a till. */
@Serdeable
@Schema(description = "Somebody who was enrolled at a till: exactly one of phone and card.")
public record StartClaimRequest(
        @Nullable @Size(min = 1, max = 40) @Schema(description = "The phone number given at the till.", example = "0812-3456-7890")
                String phone,
        @Nullable
                @Size(min = 1, max = 80)
                @Schema(description = "The card number printed at the till; the code goes to the phone given there.", example = "6042 1189 3357")
                String card,
        @NotNull
                @Pattern(regexp = "id|en")
                @Schema(
                        description = "Language of the code's message.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language) {

    @Override
    public String toString() {
        return "StartClaimRequest[]";
    }
}
