package id.setia.partners;

import java.util.Locale;

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
}
