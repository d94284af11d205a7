package id.setia.jobs;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    STOPPED;

    /** As it stands in answers, {@code queued}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
