package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.jobs.JobState;
import io.micronaut.serde.annotation.Serdeable;

/** How far a back-test is. */
@Serdeable
public enum BackTestState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED;

    static BackTestState of(JobState state) {
        return switch (state) {
            case QUEUED -> QUEUED;
            case RUNNING -> RUNNING;
            case DONE -> DONE;
            case FAILED, STOPPED -> FAILED;
        };
    }
}
