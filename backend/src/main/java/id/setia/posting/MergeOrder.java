package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;

/**
 * Two memberships of one person that are to become one.
 *
 * @param memberId who is merged and lives on as the survivor
 * @param explanation in the words of who asks, for staff only
 */
@Serdeable
public record MergeOrder(UUID memberId, UUID survivorId, String explanation) {

    /** Whether it is about the same two, whoever is to survive. */
    boolean isOfSame(MergeOrder other) {
        return Set.of(memberId, survivorId).equals(Set.of(other.memberId, other.survivorId));
    }
}
