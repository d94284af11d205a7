package id.setia.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in.
 *
 * @param token what the cookie carries; the database keeps only its hash
 * @param lacksSecondFactor whether the program requires a second factor of them that they have yet to set up
 */
record Session(
        String token, SessionKind kind, UUID subjectId, Instant seenAt, Caller caller, boolean lacksSecondFactor) {

    /** What the pages send with every change; follows from the cookie, which pages cannot read. */
    String csrfToken() {
        return csrfToken(token);
    }

    static String csrfToken(String token) {
        return Hashes.text(Hashes.sha256("csrf/" + token));
    }
}
