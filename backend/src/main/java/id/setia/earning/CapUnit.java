package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a cap counts. */
@Serdeable
public enum CapUnit {
    @JsonProperty("points")
    POINTS,
    /** Purchases that get any points. */
    @JsonProperty("times")
    TIMES
}
