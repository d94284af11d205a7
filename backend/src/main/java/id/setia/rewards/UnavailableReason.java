package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Why a member cannot have a reward, what is told first first. */
@Serdeable
public enum UnavailableReason {
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("ended")
    ENDED,
    @JsonProperty("not_yet")
    NOT_YET,
    @JsonProperty("spending_not_allowed")
    SPENDING_NOT_ALLOWED,
    @JsonProperty("tier_required")
    TIER_REQUIRED,
    @JsonProperty("sold_out")
    SOLD_OUT,
    @JsonProperty("member_limit_reached")
    MEMBER_LIMIT_REACHED,
    @JsonProperty("points_short")
    POINTS_SHORT
}
