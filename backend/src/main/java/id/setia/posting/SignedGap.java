package id.setia.posting;

import java.time.Instant;
import java.util.Optional;

/**
 * Batches that have not come, though later ones have.
 *
 * @param first the lowest of their numbers
 * @param last the highest
 * @param noticedAt when a later one came
 * @param closing what staff said of it, where nobody waits for them any more
 */
record SignedGap(long first, long last, Instant noticedAt, Optional<Closing> closing) {

    /** That the batches will never come. */
    record Closing(Instant at, GapReason reason, String explanation) {}

    /** One that is waited for. */
    static SignedGap noticed(long first, long last, Instant at) {
        return new SignedGap(first, last, at, Optional.empty());
    }

    /** Some of its numbers. */
    SignedGap part(long from, long until) {
        return new SignedGap(from, until, noticedAt, closing);
    }
}
