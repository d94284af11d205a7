package id.setia.access;

import java.util.Locale;

/** Whether a member of staff may come in. */
enum StaffState {
    ACTIVE,
    DISABLED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
