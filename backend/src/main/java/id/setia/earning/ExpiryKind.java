package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How it is said when points lapse, where months alone cannot. */
@Serdeable
public enum ExpiryKind {
    @JsonProperty("end_of_month")
    END_OF_MONTH,
    @JsonProperty("months_after")
    MONTHS_AFTER,
    @JsonProperty("fixed_date")
    FIXED_DATE,
    @JsonProperty("inactivity")
    INACTIVITY
}
