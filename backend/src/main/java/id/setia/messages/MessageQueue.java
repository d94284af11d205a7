package id.setia.messages;

import id.setia.kernel.IdMaker;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door to outgoing messages. */
@Singleton
public class MessageQueue {

    private final Messages messages;
    private final IdMaker ids;
    private final SystemClock clock;

    MessageQueue(Messages messages, IdMaker ids, SystemClock clock) {
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** Queues a mail in the running transaction; it goes out once that is committed. */
    public void mail(Optional<UUID> memberId, String to, String subject, String body) {
        messages.add(ids.next(), memberId, MessageChannel.EMAIL, to, subject, body, Optional.empty(), clock.now());
    }

    /** The same with a mail that nobody needs after the moment, such as a code. */
    public void mail(Optional<UUID> memberId, String to, String subject, String body, Instant goodUntil) {
        messages.add(ids.next(), memberId, MessageChannel.EMAIL, to, subject, body, Optional.of(goodUntil), clock.now());
    }

    /** Removes every message to the member, sent or not, in the running transaction. */
    public void forget(UUID memberId) {
        messages.deleteOf(memberId);
    }

    /**
     * Queues a message to a phone in the running transaction; it goes out once that is committed.
     *
     * @param to the number in its international form, {@code +628123456789}
     */
    public void phone(Optional<UUID> memberId, String to, String text) {
        messages.add(ids.next(), memberId, MessageChannel.PHONE, to, "", text, Optional.empty(), clock.now());
    }

    /** The same with a message that nobody needs after the moment, such as a code. */
    public void phone(Optional<UUID> memberId, String to, String text, Instant goodUntil) {
        messages.add(ids.next(), memberId, MessageChannel.PHONE, to, "", text, Optional.of(goodUntil), clock.now());
    }
}
