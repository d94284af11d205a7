package id.setia.offers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a member has done with an offer, as the API tells it. */
@Serdeable
public enum OfferState {
    @JsonProperty("available")
    AVAILABLE,
    @JsonProperty("activated")
    ACTIVATED,
    @JsonProperty("used")
    USED
}
