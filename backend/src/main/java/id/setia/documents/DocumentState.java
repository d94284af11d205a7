package id.setia.documents;

import java.util.Locale;

/** Where a version stands in time. */
enum DocumentState {
    COMING,
    IN_FORCE,
    EARLIER;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
