package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Somebody who wants to join. */
@Serdeable
@Schema(description = "Somebody who wants to join.")
public record EnrolMemberRequest(
        @NotNull @Schema(description = "Where the code is sent, and what to sign in with later.", example = "budi@example.com")
                String email,
        @NotNull @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "kopi susu gula aren")
                String password,
        @NotNull @Schema(description = "The name as the member writes it, 1 to 120 characters.", example = "Budi Santoso")
                String name,
        @Nullable @Schema(description = "Day of birth, from 1900 to yesterday.", example = "1990-08-17") LocalDate birthDate,
        @Nullable
                @Schema(
                        description = "That they are old enough; needed where the program asks for it and there is no day of birth.",
                        example = "true")
                Boolean ageConfirmed,
        @NotNull
                @Schema(
                        description = "Language of messages.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @NotNull @Schema(description = "Whether the terms are accepted; must be true.", example = "true")
                Boolean termsAccepted,
        @NotNull
                @Valid
                @Size(max = 10)
                @Schema(description = "A yes or no to each purpose asked; what is not named counts as not asked.")
                List<ConsentChoice> consents) {

    @Override
    public String toString() {
        return "EnrolMemberRequest[]";
    }
}
