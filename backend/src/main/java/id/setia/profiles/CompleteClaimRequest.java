package id.setia.profiles;

import id.setia.members.ConsentChoice;
import id.setia.members.EnrolMemberRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Who the person behind a proven phone is. */
@Serdeable
@Schema(description = "Who the person behind a proven phone is.")
public record CompleteClaimRequest(
        @NotNull @Size(max = 100) @Schema(description = "The token that proving the phone gave.", example = "nQ3x5c0kV8JrYl2mT7wZb1uHs9eDfGaP4oRiNqXyKtM")
                String token,
        @Nullable @Size(min = 1, max = 80) @Schema(description = "The card number printed at the till, where `cardNeeded`.", example = "6042 1189 3357")
                String card,
        @NotNull @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "kopi susu gula aren")
                String password,
        @NotNull @Schema(description = "The name as the member writes it, 1 to 120 characters.", example = "Sari Dewi")
                String name,
        @Nullable @Schema(description = "An e-mail address, to be proven by a code after claiming.", example = "sari@example.com")
                String email,
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

    EnrolMemberRequest person() {
        return new EnrolMemberRequest(email, null, password, name, birthDate, ageConfirmed, language, termsAccepted, consents);
    }

    @Override
    public String toString() {
        return "CompleteClaimRequest[]";
    }
}
