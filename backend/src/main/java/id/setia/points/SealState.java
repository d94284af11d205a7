package id.setia.points;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the seal says of the ledger.
 *
 * @param number of the last seal, 0 while there is none
 * @param sealedAt when that was
 * @param age how long ago
 * @param feedPosition up to which place of the feed everything is sealed
 * @param members whose sealed rows were read
 * @param broken members with sealed rows that were changed, removed or inserted, seals that do not follow from the one
 *     before, and other sealed rows that are not what they were
 * @param first what of that was found first
 */
public record SealState(
        long number,
        Optional<Instant> sealedAt,
        Optional<Duration> age,
        long feedPosition,
        long members,
        long broken,
        Optional<Break> first) {

    /**
     * A row that is not what it was.
     *
     * @param table it stands in
     * @param memberId whose it is; empty where it is nobody's
     * @param sealNumber the seal that last covered it
     */
    public record Break(String table, Optional<UUID> memberId, long sealNumber) {}

    public boolean holds() {
        return broken == 0;
    }
}
