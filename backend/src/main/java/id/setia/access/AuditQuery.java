package id.setia.access;

import id.setia.kernel.PublicId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of the audit trail is asked for.
 *
 * @param actionPrefix how the action begins, {@code staff.}; empty for any
 * @param from the first moment that counts
 * @param until the first moment that no longer counts
 */
record AuditQuery(
        Optional<UUID> actorId,
        String actionPrefix,
        Optional<UUID> subjectId,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** The id behind a public id of any kind, or behind a plain one. */
    static Optional<UUID> id(String text) {
        return Arrays.stream(PublicId.values())
                .flatMap(kind -> kind.parse(text).stream())
                .findFirst()
                .or(() -> plain(text));
    }

    private static Optional<UUID> plain(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException error) {
            return Optional.empty();
        }
    }

    /** The id as callers know it: public where its kind has public ids, plain otherwise. */
    static String text(String kind, UUID id) {
        String name = kind.equals("client") ? PublicId.API_CLIENT.name() : kind.toUpperCase(Locale.ROOT);
        return Arrays.stream(PublicId.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .map(known -> known.format(id))
                .orElseGet(id::toString);
    }
}
