package id.setia.points;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** One promise of the ledger and whether it holds. */
@Serdeable
@Schema(description = "One promise of the ledger and whether it holds.")
public record Promise(
        @Schema(description = "Its number.", example = "1") int number,
        @Schema(description = "What is promised.", example = "The entries of each transaction sum to zero per funder")
                String name,
        @Schema(description = "Whether it holds.", example = "true") boolean holds,
        @Schema(description = "How many rows break it.", example = "0") long violations) {

    public static Promise of(int number, String name, long violations) {
        return new Promise(number, name, violations == 0, violations);
    }
}
