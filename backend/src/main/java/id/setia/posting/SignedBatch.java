package id.setia.posting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A signed batch as it was taken.
 *
 * @param keyNumber under which key of the till
 * @param number counts the batches under the key from 1
 * @param receipts how many it has
 * @param refused how many of them were refused when it was posted
 * @param postedAt when each of its receipts was in the books or refused for good; empty while it is to be sent again
 */
record SignedBatch(
        UUID terminalId,
        int keyNumber,
        long number,
        byte[] hash,
        byte[] previousHash,
        int receipts,
        OptionalInt refused,
        Instant receivedAt,
        Optional<Instant> postedAt) {

    boolean isSameAs(SignedEnvelope envelope) {
        return Arrays.equals(hash, envelope.hash());
    }
}
