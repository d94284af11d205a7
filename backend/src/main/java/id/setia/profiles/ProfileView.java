package id.setia.profiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How much of a member a caller sees. */
@Serdeable
public enum ProfileView {
    @JsonProperty("full")
    FULL,
    /** Masked name, tier, points and usable offers, nothing more. */
    @JsonProperty("masked")
    MASKED
}
