package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Why nothing is sent to an endpoint. */
@Serdeable
enum DisabledReason {
    /** Somebody turned it off. */
    @JsonProperty("asked")
    ASKED,
    /** It answered 410. */
    @JsonProperty("gone")
    GONE,
    /** Nothing was delivered for days. */
    @JsonProperty("failing")
    FAILING,
    /** Its partner takes part no more. */
    @JsonProperty("partner_ended")
    PARTNER_ENDED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DisabledReason of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
