package id.setia.care;

import java.util.Locale;

/** What a case is about. */
enum CaseKind {
    MISSING_POINTS;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
