package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Why batches of a till will never come. */
@Serdeable
public enum GapReason {
    @JsonProperty("till_lost")
    TILL_LOST,
    @JsonProperty("till_reset")
    TILL_RESET,
    @JsonProperty("numbers_skipped")
    NUMBERS_SKIPPED,
    @JsonProperty("other")
    OTHER;

    /** As the column and the answers keep it. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GapReason of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
