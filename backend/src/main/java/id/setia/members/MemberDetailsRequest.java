package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** What members may say of themselves. */
@Serdeable
@Schema(description = "What members may say of themselves.")
public record MemberDetailsRequest(
        @NotNull @Schema(description = "The name as the member writes it, 1 to 120 characters.", example = "Budi Santoso") String name,
        @NotNull
                @Pattern(regexp = "id|en")
                @Schema(
                        description = "Language of messages.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @Nullable
                @Schema(
                        description = "Day of birth, from 1900 to yesterday. Once it is on record staff alone change it; absent to leave it as it is.",
                        example = "1990-08-17")
                LocalDate birthDate) {

    @Override
    public String toString() {
        return "MemberDetailsRequest[]";
    }
}
