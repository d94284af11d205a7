package id.setia.messages;

import java.util.Locale;

/** The way a message takes. */
enum MessageChannel {
    EMAIL,
    PHONE;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageChannel of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
