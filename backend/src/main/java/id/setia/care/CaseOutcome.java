package id.setia.care;

import java.util.Locale;

/** How a case ended. */
enum CaseOutcome {
    /** The member has what they asked for. */
    GRANTED,
    /** The member was told why not. */
    DECLINED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseOutcome of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
