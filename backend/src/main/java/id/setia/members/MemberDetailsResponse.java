package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** What staff may correct of a member. */
@Serdeable
@Schema(description = "What staff may correct of a member.")
public record MemberDetailsResponse(
        @Schema(description = "The name.", example = "Budi Santoso") String name,
        @Nullable @Schema(description = "Day of birth.", example = "1990-08-17") LocalDate birthDate,
        @Schema(description = "Language of messages.", allowableValues = {"id", "en"}, example = "id") String language,
        @Nullable @Schema(description = "E-mail address.", example = "budi@example.com") String email,
        @Nullable @Schema(description = "Phone number.", example = "+6281234567890") String phone) {

    @Override
    public String toString() {
        return "MemberDetailsResponse[]";
    }
}
