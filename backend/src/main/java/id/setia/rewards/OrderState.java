package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far an order is. */
@Serdeable
public enum OrderState {
    @JsonProperty("placed")
    PLACED,
    /** Somebody sees to it. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** On its way to the store. */
    @JsonProperty("shipped")
    SHIPPED,
    /** Waits in the store. */
    @JsonProperty("ready")
    READY,
    @JsonProperty("delivered")
    DELIVERED,
    /** Points and stock went back. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The states it may go to. */
    Set<OrderState> next() {
        return switch (this) {
            case PLACED -> EnumSet.of(ACCEPTED, SHIPPED, READY, CANCELLED);
            case ACCEPTED -> EnumSet.of(SHIPPED, READY, CANCELLED);
            case SHIPPED -> EnumSet.of(READY, DELIVERED, CANCELLED);
            case READY -> EnumSet.of(DELIVERED, CANCELLED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(OrderState.class);
        };
    }

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OrderState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
