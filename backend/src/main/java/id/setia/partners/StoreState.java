package id.setia.partners;

import java.util.Locale;

/** Whether a store still sells. */
public enum StoreState {
    OPEN,
    CLOSED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StoreState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
