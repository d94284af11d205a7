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
        @Nullable
                @Schema(
                        description = "What to sign in with later; the code is sent there unless a phone is given. One of the two is needed.",
                        example = "budi@example.com")
                String email,
        @Nullable
                @Schema(
                        description = "A phone number in any usual form, where the program can send messages to phones (`phoneChannel`);"
                                + " the code is sent there. An e-mail address beside it is proven by another code after joining.",
                        example = "0812-3456-7890")
                String phone,
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
                List<ConsentChoice> consents,
        @Nullable
                @Size(max = 20)
                @Schema(description = "The code of a member who brought them.", example = "K7WQ2MXA")
                String referralCode) {

    /** Somebody whom nobody brought. */
    public EnrolMemberRequest(
            String email,
            String phone,
            String password,
            String name,
            LocalDate birthDate,
            Boolean ageConfirmed,
            String language,
            Boolean termsAccepted,
            List<ConsentChoice> consents) {
        this(email, phone, password, name, birthDate, ageConfirmed, language, termsAccepted, consents, null);
    }

    @Override
    public String toString() {
        return "EnrolMemberRequest[]";
    }
}
