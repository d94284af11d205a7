package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Whether a redemption stands. */
@Serdeable
public enum RedemptionState {
    /** Points and a piece are set aside; a hold decides. */
    @JsonProperty("reserved")
    RESERVED,
    @JsonProperty("done")
    DONE,
    /** Points and stock went back. */
    @JsonProperty("cancelled")
    CANCELLED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RedemptionState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
