package id.setia.offers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Where an offer stands in its life. */
@Serdeable
public enum OfferStage {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("scheduled")
    SCHEDULED,
    /** A draft above the limit of cost, until a second person has decided. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("ended")
    ENDED
}
