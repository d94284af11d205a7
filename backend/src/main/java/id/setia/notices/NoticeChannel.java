package id.setia.notices;

import java.util.Locale;

/** Ways to be told beside the inbox. */
enum NoticeChannel {
    EMAIL,
    PHONE;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeChannel of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
