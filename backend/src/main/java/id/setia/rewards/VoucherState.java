package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Where a voucher stands in its life. A use that is undone, or refunded, makes it good again. */
@Serdeable
public enum VoucherState {
    /** Given to a member who has not seen its code. */
    @JsonProperty("issued")
    ISSUED,
    /** Its code was shown. */
    @JsonProperty("revealed")
    REVEALED,
    @JsonProperty("used")
    USED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether it can be used. */
    public boolean isGood() {
        return switch (this) {
            case ISSUED, REVEALED -> true;
            case USED, EXPIRED, CANCELLED -> false;
        };
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VoucherState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
