package id.setia.members;

import id.setia.access.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody on the way to membership; also the row.
 *
 * @param codeHash empty when the address belongs to a member already: then no code ever fits
 * @param failures wrong codes since the last one was sent
 * @param memberId the member it became
 */
record Enrolment(
        UUID id,
        EmailAddress email,
        String name,
        Optional<LocalDate> birthDate,
        String language,
        String passwordHash,
        String termsVersion,
        List<ConsentChoice> consents,
        Optional<byte[]> codeHash,
        Instant codeExpiresAt,
        int failures,
        Optional<UUID> memberId,
        Instant createdAt) {

    private static final int MOST_FAILURES = 5;

    /** Whether a code may still be tried. */
    boolean isOpen(Instant now) {
        return memberId.isEmpty() && failures < MOST_FAILURES && now.isBefore(codeExpiresAt);
    }

    EnrolmentResponse response(String publicId) {
        return new EnrolmentResponse(publicId, email.masked(), codeExpiresAt);
    }
}
