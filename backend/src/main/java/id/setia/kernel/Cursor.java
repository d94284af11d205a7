package id.setia.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** Opaque places in a collection: what the server needs to go on, in URL-safe base 64. */
public final class Cursor {

    private Cursor() {}

    public static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place behind a cursor.
     *
     * @throws Problem when it was not made by this server
     */
    public static String place(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /** The moment that a part of a place tells. */
    public static Instant instant(String part) {
        try {
            return Instant.parse(part);
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /** The id that a part of a place tells. */
    public static UUID id(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }
}
