package id.setia.audiences;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What an audience is chosen by. */
@Serdeable
public enum AudienceKind {
    @JsonProperty("everyone")
    EVERYONE,
    @JsonProperty("tiers")
    TIERS,
    @JsonProperty("birthday_this_month")
    BIRTHDAY_THIS_MONTH,
    @JsonProperty("saved")
    SAVED
}
