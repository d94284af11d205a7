package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a rule does, as staff choose it. */
@Serdeable
public enum RuleKind {
    /** Points for every amount spent. */
    @JsonProperty("base")
    BASE,
    /** What the base rules give counts several times. */
    @JsonProperty("multiplier")
    MULTIPLIER,
    /** A fixed number of points with a purchase. */
    @JsonProperty("bonus")
    BONUS,
    /** A fixed number of points for every piece bought. */
    @JsonProperty("per_piece")
    PER_PIECE,
    /** A fixed number of points for joining. */
    @JsonProperty("join_bonus")
    JOIN_BONUS;

    static RuleKind of(RuleDefinition definition) {
        if (definition.trigger() == Trigger.JOIN) {
            return JOIN_BONUS;
        }
        return switch (definition.effect()) {
            case Effect.PerAmount amount -> BASE;
            case Effect.Multiplier multiplier -> MULTIPLIER;
            case Effect.Bonus bonus -> BONUS;
            case Effect.PerPiece piece -> PER_PIECE;
        };
    }
}
