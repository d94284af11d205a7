package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Whether a rule, or a version of it, judges. */
@Serdeable
public enum RuleState {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("in_force")
    IN_FORCE,
    @JsonProperty("ended")
    ENDED,
    /** Another version took its place before it began. */
    @JsonProperty("replaced")
    REPLACED
}
