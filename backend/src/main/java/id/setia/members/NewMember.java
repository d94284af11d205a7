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
 * @param phone as they write it
 * @param language {@code id} or {@code en}
 * @param passwordHash what to sign in with, if anything yet
 * @param channel where they joined, {@code web}
 * @param termsVersion the terms they accepted
 * @param joinedAt business time
 */
public record NewMember(
        UUID id,
        EmailAddress email,
        Optional<String> phone,
        String name,
        Optional<LocalDate> birthDate,
        String language,
        Optional<String> passwordHash,
        List<ConsentChoice> consents,
        String channel,
        String termsVersion,
        Instant joinedAt) {}
