package id.setia.access;

import java.time.Duration;
import java.util.Locale;

/** Whose browser a session belongs to, and how long it lives unused. */
public enum SessionKind {
    MEMBER(Duration.ofDays(30)),
    STAFF(Duration.ofHours(12));

    private final Duration idle;

    SessionKind(Duration idle) {
        this.idle = idle;
    }

    Duration idle() {
        return idle;
    }

    /** As it stands in answers, {@code member}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
