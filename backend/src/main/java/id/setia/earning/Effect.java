package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** What a rule gives when it applies. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.PerAmount.class, name = "per_amount"),
    @JsonSubTypes.Type(value = Effect.Multiplier.class, name = "multiplier"),
    @JsonSubTypes.Type(value = Effect.Bonus.class, name = "bonus"),
    @JsonSubTypes.Type(value = Effect.PerPiece.class, name = "per_piece")
})
public sealed interface Effect {

    /**
     * So many points for every amount of the matching lines, rounded down once.
     *
     * @param per in smallest units, more than 0
     */
    @Serdeable
    record PerAmount(long points, long per) implements Effect {}

    /**
     * The matching lines count {@code factor} times in all: this rule adds {@code factor − 1} times what the per-amount
     * rules give for them, rounded down once.
     *
     * @param factor more than 1
     */
    @Serdeable
    record Multiplier(BigDecimal factor) implements Effect {}

    /** A fixed number of points, once. */
    @Serdeable
    record Bonus(long points) implements Effect {}

    /** So many points for each whole piece of the matching lines that earn, rounded down once. */
    @Serdeable
    record PerPiece(long points) implements Effect {}
}
