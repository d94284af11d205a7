package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an import of codes has come to. */
@Serdeable
@Schema(description = "What an import of codes has come to so far. Every row counts once.")
public record RewardCodeImportCounts(
        @Schema(description = "Codes added to the pool.", example = "1000000") long added,
        @Schema(description = "Codes that an earlier import had added.", example = "0") long unchanged,
        @Schema(description = "Rows refused; they are in the report.", example = "3") long refused) {

    static RewardCodeImportCounts of(RewardCodeTally tally) {
        return new RewardCodeImportCounts(tally.added(), tally.known(), tally.refused());
    }
}
