package id.setia.partners;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a partner takes part. */
public enum PartnerState {
    ACTIVE,
    LEAVING,
    ENDED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PartnerState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** The state a request names, or nothing. */
    static Optional<PartnerState> named(String value) {
        return Arrays.stream(values()).filter(state -> state.value().equals(value)).findFirst();
    }
}
