package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of each row of an import. */
@Serdeable
@Schema(description = "The file's rows by what became of them; each is in exactly one group.")
public record ImportRows(
        @Schema(description = "Posted to members.", example = "66940") long posted,
        @Schema(description = "Posted to nobody, for want of a customer.", example = "35578") long unattached,
        @Schema(description = "Refunded, wholly or in part.", example = "1400") long refunded,
        @Schema(description = "In the books before.", example = "0") long before,
        @Schema(description = "Refused, with a reason in the report.", example = "1036") long refused) {

    static ImportRows of(Tally tally) {
        return new ImportRows(
                tally.posted().rows(),
                tally.unattached().rows(),
                tally.refunded().rows(),
                tally.before().rows(),
                tally.refused().rows());
    }
}
