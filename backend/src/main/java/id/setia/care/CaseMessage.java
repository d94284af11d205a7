package id.setia.care;

import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something said in a case.
 *
 * @param staffId who of the staff said it, empty for the member and for what Setia itself found
 * @param text a member's words stand in both languages as they were written
 */
record CaseMessage(int number, Author author, Optional<UUID> staffId, LocalText text, Instant at) {

    /** Who speaks. */
    enum Author {
        MEMBER,
        STAFF
    }

    @Override
    public String toString() {
        return "CaseMessage[" + number + "]";
    }
}
