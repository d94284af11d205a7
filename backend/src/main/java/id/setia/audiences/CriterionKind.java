package id.setia.audiences;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a criterion looks at. */
@Serdeable
public enum CriterionKind {
    @JsonProperty("all")
    ALL,
    @JsonProperty("any")
    ANY,
    @JsonProperty("none")
    NONE,
    @JsonProperty("language")
    LANGUAGE,
    @JsonProperty("joined")
    JOINED,
    @JsonProperty("birthday_month")
    BIRTHDAY_MONTH,
    @JsonProperty("state")
    STATE,
    @JsonProperty("tiers")
    TIERS,
    @JsonProperty("balance")
    BALANCE,
    @JsonProperty("purchases")
    PURCHASES,
    @JsonProperty("consent")
    CONSENT,
    @JsonProperty("rfm")
    RFM,
    @JsonProperty("list")
    LIST
}
