package id.setia.imports;

import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an import has come to. */
@Serdeable
@Schema(description = "What an import has come to so far.")
public record ImportCounts(
        @Schema(description = "Purchases posted to members.", example = "3540") long purchases,
        @Schema(description = "Refunds applied.", example = "540") long refunds,
        @Schema(description = "Purchases and refunds that stood in the books before.", example = "0") long replayed,
        @Schema(description = "Purchases posted to nobody, for want of a customer.", example = "410") long unattached,
        @Schema(description = "Rows in the report.", example = "930") long refused,
        @Schema(description = "Customers seen for the first time, now unclaimed members.", example = "1580")
                long membersEnrolled,
        @Schema(description = "Points given less those taken back.", example = "1400000") long points,
        @Schema(description = "Every row accounted for.") ImportRows rows,
        @Schema(description = "Every amount accounted for.") ImportAmounts amounts) {

    static ImportCounts of(Tally tally, Program program) {
        return new ImportCounts(
                tally.purchases(),
                tally.refunds(),
                tally.replayed(),
                tally.anonymous(),
                tally.reported(),
                tally.membersEnrolled(),
                tally.points(),
                ImportRows.of(tally),
                ImportAmounts.of(tally, program));
    }
}
