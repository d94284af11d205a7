package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Where a reward stands in its life. */
@Serdeable
public enum RewardState {
    /** Seen by staff alone. */
    @JsonProperty("draft")
    DRAFT,
    /** Offered to members, within its dates. */
    @JsonProperty("published")
    PUBLISHED,
    /** Offered no more; what was redeemed stays good. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RewardState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
