package id.setia.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the queue.
 *
 * @param to an address, or a number in its international form
 * @param subject empty for a phone
 * @param attempts how often sending was begun
 * @param goodUntil when nobody needs it any more, if ever
 * @param sentAt when it went out; when it was queued, as long as it waits
 */
record OutgoingMessage(
        UUID id,
        MessageChannel channel,
        String to,
        String subject,
        String body,
        int attempts,
        Optional<Instant> goodUntil,
        Instant sentAt) {

    /** Whether it still tells anybody anything. */
    boolean isGoodAt(Instant now) {
        return goodUntil.isEmpty() || now.isBefore(goodUntil.get());
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + id + "]";
    }
}
