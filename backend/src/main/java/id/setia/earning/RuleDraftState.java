package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How far a draft of a rule is. */
@Serdeable
public enum RuleDraftState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in_review")
    IN_REVIEW,
    /** A second person has to agree to what it would cost. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("published")
    PUBLISHED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RuleDraftState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
