package id.setia.purchases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Where a purchase came about. */
@Serdeable
public enum Channel {
    @JsonProperty("store")
    STORE("store"),
    @JsonProperty("online")
    ONLINE("online"),
    @JsonProperty("app")
    APP("app"),
    @JsonProperty("phone")
    PHONE("phone");

    private final String value;

    Channel(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    static Channel of(String value) {
        for (Channel channel : values()) {
            if (channel.value.equals(value)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel " + value);
    }
}
