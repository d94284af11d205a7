package id.setia.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a figure is told in. */
@Serdeable
@Schema(description = "What a figure is told in: `members` and `points` are counted, `money` has an amount, `share` is a part of 1.")
public enum FigureUnit {
    @JsonProperty("members")
    MEMBERS,
    @JsonProperty("points")
    POINTS,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("share")
    SHARE
}
