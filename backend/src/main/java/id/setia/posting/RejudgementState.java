package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How far judging again is. */
@Serdeable
public enum RejudgementState {
    @JsonProperty("trying")
    TRYING,
    @JsonProperty("tried")
    TRIED,
    /** A second person has to say yes. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("correcting")
    CORRECTING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}
