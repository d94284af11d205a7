package id.setia.members;

import id.setia.access.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who becomes an active member with a card.
 *
 * @param email proven to be theirs
 * @param phone proven to be theirs
 * @param language {@code id} or {@code en}
 * @param passwordHash what to sign in with, if anything yet
 * @param channel where they joined, {@code web}
 * @param termsVersion the terms they accepted
 * @param joinedAt business time
 */
public record NewMember(
        UUID id,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        String name,
        Optional<LocalDate> birthDate,
        String language,
        Optional<String> passwordHash,
        List<ConsentChoice> consents,
        String channel,
        String termsVersion,
        Instant joinedAt) {

    /** Somebody whose e-mail is proven. */
    public NewMember(
            UUID id,
            EmailAddress email,
            Optional<PhoneNumber> phone,
            String name,
            Optional<LocalDate> birthDate,
            String language,
            Optional<String> passwordHash,
            List<ConsentChoice> consents,
            String channel,
            String termsVersion,
            Instant joinedAt) {
        this(
                id,
                Optional.of(email),
                phone,
                name,
                birthDate,
                language,
                passwordHash,
                consents,
                channel,
                termsVersion,
                joinedAt);
    }
}
