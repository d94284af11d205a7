package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Why an event was not delivered, besides the status of an answer. */
@Serdeable
enum SendFailure {
    /** The answer's status was not one of 2xx. */
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("host_unknown")
    HOST_UNKNOWN,
    /** Private, or otherwise not to be reached from here. */
    @JsonProperty("address_not_allowed")
    ADDRESS_NOT_ALLOWED,
    @JsonProperty("connection_failed")
    CONNECTION_FAILED,
    /** The certificate is not good for the host, or not trusted. */
    @JsonProperty("tls_failed")
    TLS_FAILED,
    @JsonProperty("timed_out")
    TIMED_OUT,
    /** The connection ended before the answer did. */
    @JsonProperty("connection_closed")
    CONNECTION_CLOSED,
    @JsonProperty("answer_malformed")
    ANSWER_MALFORMED;

    /** As it is kept, {@code timed_out}. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SendFailure of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
