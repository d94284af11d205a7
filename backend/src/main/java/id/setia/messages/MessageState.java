package id.setia.messages;

import java.util.Locale;

/** How far a message has come. */
enum MessageState {
    WAITING,
    SENDING,
    SENT,
    FAILED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
