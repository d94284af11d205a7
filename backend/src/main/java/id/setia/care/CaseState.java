package id.setia.care;

import java.util.Locale;

/** Whose turn it is. */
enum CaseState {
    /** Waits for staff. */
    OPEN,
    /** Answered; a word of the member opens it again. */
    ANSWERED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
