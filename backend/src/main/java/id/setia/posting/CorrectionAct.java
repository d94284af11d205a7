package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What may be done with a purchase. */
@Serdeable
public enum CorrectionAct {
    @JsonProperty("attach")
    ATTACH,
    @JsonProperty("move")
    MOVE,
    @JsonProperty("detach")
    DETACH
}
