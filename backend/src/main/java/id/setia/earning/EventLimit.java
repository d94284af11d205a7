package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How often a rule for a custom event gives points to one member. */
@Serdeable
public enum EventLimit {
    @JsonProperty("each_time")
    EACH_TIME,
    @JsonProperty("once_a_day")
    ONCE_A_DAY,
    @JsonProperty("once")
    ONCE
}
