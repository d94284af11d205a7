package id.setia.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail in the queue.
 *
 * @param attempts how often sending was begun
 * @param sentAt when it went out; when it was queued, as long as it waits
 */
record Mail(UUID id, String to, String subject, String body, int attempts, Instant sentAt) {

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
