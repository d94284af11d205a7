package id.setia.audiences;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An audience with a name.
 *
 * @param criteria what its members have in common; empty for a static list
 * @param listId of a static list, the import that holds its members; empty while there was none
 * @param listed how many a static list holds
 * @param version how often it was changed
 */
record SavedAudience(
        UUID id,
        String name,
        Optional<Criterion> criteria,
        Optional<UUID> listId,
        long listed,
        long version,
        Instant changedAt) {

    boolean isList() {
        return criteria.isEmpty();
    }
}
