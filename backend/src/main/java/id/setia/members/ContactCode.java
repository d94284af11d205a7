package id.setia.members;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A code that was sent; also the row.
 *
 * @param hash empty where no code ever fits: then the message told something else
 * @param failures wrong codes so far
 */
record ContactCode(
        UUID id,
        CodePurpose purpose,
        Optional<UUID> subjectId,
        Contact contact,
        Optional<byte[]> hash,
        Instant expiresAt,
        int failures,
        boolean used,
        Instant createdAt) {

    private static final int MOST_FAILURES = 5;

    boolean isOpen(Instant now) {
        return !used && failures < MOST_FAILURES && now.isBefore(expiresAt);
    }

    SentCode sent() {
        return new SentCode(id, contact, expiresAt);
    }
}
