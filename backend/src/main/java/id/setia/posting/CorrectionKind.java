package id.setia.posting;

import java.util.Locale;

/** What was done by a person, or at a till, beside selling. */
public enum CorrectionKind {
    ATTACHMENT,
    MOVE,
    DETACHMENT,
    ADDITION,
    REMOVAL,
    RELEASE,
    WITHDRAWAL,
    REFUND,
    /** Two memberships of one person became one. */
    MERGE;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CorrectionKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
