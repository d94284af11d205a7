package id.setia.members;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How a member proves to be there when points are used. */
@Serdeable
public enum SpendingProofKind {
    /** The code in the QR of the card on the member's phone, which changes every 30 seconds. */
    @JsonProperty("card_code")
    CARD_CODE,
    /** A code sent to the member, which names the store and the points. */
    @JsonProperty("one_time_code")
    ONE_TIME_CODE,
    /** The member's own number. */
    @JsonProperty("pin")
    PIN;

    /** As it stands in answers, {@code card_code}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
