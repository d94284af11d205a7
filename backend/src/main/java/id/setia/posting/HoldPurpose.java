package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What points are set aside for. */
@Serdeable
public enum HoldPurpose {
    /** To pay a part of a purchase; the program's policy of paying with points applies. */
    @JsonProperty("payment")
    PAYMENT,
    /** For something else a partner gives. */
    @JsonProperty("other")
    OTHER,
    /** For a reward, of whose stock a piece is set aside with them. */
    @JsonProperty("reward")
    REWARD;

    /** As the column keeps it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HoldPurpose of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
