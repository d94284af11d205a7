package id.setia.tiers;

import id.setia.kernel.Cursor;
import id.setia.kernel.Problem;
import java.util.Optional;
import java.util.UUID;

/** The place of a list in the order of members. */
final class MemberCursor {

    private MemberCursor() {}

    static String of(UUID memberId) {
        return Cursor.of(memberId.toString());
    }

    /** @throws Problem when it was not made by this server */
    static Optional<UUID> read(Optional<String> cursor) {
        return cursor.map(Cursor::place).map(place -> {
            try {
                return UUID.fromString(place);
            } catch (IllegalArgumentException error) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
        });
    }
}
