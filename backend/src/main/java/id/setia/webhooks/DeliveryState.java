package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How an event stands with an endpoint. */
@Serdeable
public enum DeliveryState {
    /** To be sent, or sent again. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    /** Given up after its last attempt: a dead letter. */
    @JsonProperty("dead")
    DEAD,
    /** No longer to be told: the member no longer shares with partners. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
