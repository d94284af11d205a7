package id.setia.posting;

import java.util.Locale;

/** What became of points that waited for a check; {@code SETTLED} when nothing of them was left to decide about. */
public enum ReviewState {
    OPEN,
    RELEASED,
    WITHDRAWN,
    SETTLED;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReviewState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
