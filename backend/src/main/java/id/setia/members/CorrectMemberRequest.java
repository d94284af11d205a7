package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A member's details as they should be; what is left out is removed. */
@Serdeable
@Schema(description = "A member's details as they should be; what is left out is removed.")
public record CorrectMemberRequest(
        @NotNull @Schema(description = "The name, 1 to 120 characters.", example = "Budi Santoso") String name,
        @Nullable @Schema(description = "Day of birth, from 1900 to yesterday.", example = "1990-08-17") LocalDate birthDate,
        @NotNull @Schema(description = "Language of messages.", allowableValues = {"id", "en"}, example = "id") String language,
        @Nullable @Size(max = 254) @Schema(description = "E-mail address.", example = "budi@example.com") String email,
        @Nullable @Size(max = 30) @Schema(description = "Phone number.", example = "+6281234567890") String phone,
        @NotBlank @Size(max = 200) @Schema(description = "Why, for the audit trail.", example = "Salah ketik di kasir") String reason) {

    @Override
    public String toString() {
        return "CorrectMemberRequest[]";
    }
}
