package id.setia.members;

import id.setia.messages.MessageQueue;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Messages to phones, where there is a way to send them. */
@Singleton
class PhoneMessages {

    private final MessageQueue queue;

    PhoneMessages(MessageQueue queue) {
        this.queue = queue;
    }

    /** Queues the text in the running transaction; false where no gateway would carry it. */
    boolean send(UUID memberId, String phone, String text) {
        queue.phone(Optional.of(memberId), phone, text);
        return true;
    }
}
