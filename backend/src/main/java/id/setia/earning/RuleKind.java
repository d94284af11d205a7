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
    JOIN_BONUS,
    /** A fixed number of points for something else than a purchase or joining. */
    @JsonProperty("event_bonus")
    EVENT_BONUS;

    static RuleKind of(RuleDefinition definition) {
        return switch (definition.trigger()) {
            case JOIN -> JOIN_BONUS;
            case PROFILE_COMPLETED, REFERRER, REFERRED, BIRTHDAY, CUSTOM -> EVENT_BONUS;
            case PURCHASE -> ofPurchases(definition.effect());
        };
    }

    private static RuleKind ofPurchases(Effect effect) {
        return switch (effect) {
            case Effect.PerAmount amount -> BASE;
            case Effect.Multiplier multiplier -> MULTIPLIER;
            case Effect.Bonus bonus -> BONUS;
            case Effect.PerPiece piece -> PER_PIECE;
        };
    }
}
