package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a file of receipts has come to. */
@Serdeable
@Schema(description = "What a file of receipts has come to so far; of a dry run, what it would come to.")
public record ReceiptJobCounts(
        @Schema(description = "Receipts taken.", example = "9871") long taken,
        @Schema(description = "Purchases among them that are nobody's.", example = "214") long unattached,
        @Schema(description = "Refunds among them that wait for their purchases.", example = "2") long waiting,
        @Schema(description = "Receipts that stood in the books before.", example = "12") long replayed,
        @Schema(description = "Receipts refused; the error file says why.", example = "3") long refused,
        @Schema(description = "Points the purchases taken gave.", example = "183204") long pointsEarned,
        @Schema(description = "Points the refunds taken took back.", example = "1520") long pointsTakenBack) {

    static ReceiptJobCounts of(ReceiptTally tally) {
        return new ReceiptJobCounts(
                tally.taken(),
                tally.unattached(),
                tally.waiting(),
                tally.replayed(),
                tally.refused(),
                tally.pointsEarned(),
                tally.pointsTakenBack());
    }
}
