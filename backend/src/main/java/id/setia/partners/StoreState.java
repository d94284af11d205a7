package id.setia.partners;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The state a request names, or nothing. */
    static Optional<StoreState> named(String value) {
        return Arrays.stream(values()).filter(state -> state.value().equals(value)).findFirst();
    }
}
