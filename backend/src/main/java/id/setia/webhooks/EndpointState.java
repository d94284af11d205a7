package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Whether events are sent to an endpoint. */
@Serdeable
enum EndpointState {
    @JsonProperty("enabled")
    ENABLED,
    @JsonProperty("disabled")
    DISABLED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndpointState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
