package id.setia.access;

import java.util.Locale;

/** Whether a member of staff may come in: invited ones once they have chosen a password. */
public enum StaffState {
    INVITED,
    ACTIVE,
    DISABLED;

    static StaffState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
