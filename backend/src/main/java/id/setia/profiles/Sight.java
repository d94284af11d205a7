package id.setia.profiles;

import io.micronaut.serde.annotation.Serdeable;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a member a caller sees. */
@Serdeable
enum Sight {
    @JsonProperty("full")
    FULL,
    /** Masked name, tier, points and usable offers, nothing more. */
    @JsonProperty("masked")
    MASKED
}
