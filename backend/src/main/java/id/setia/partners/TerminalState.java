package id.setia.partners;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a till is in use. */
public enum TerminalState {
    ACTIVE,
    RETIRED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TerminalState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** The state a request names, or nothing. */
    static Optional<TerminalState> named(String value) {
        return Arrays.stream(values()).filter(state -> state.value().equals(value)).findFirst();
    }
}
