package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A month that was closed. */
@Serdeable
@Schema(description = "A month that was closed. Each movement of points is in exactly one: what is recorded after the cut counts in a later one, whatever its business time.")
record MonthClosingResponse(
        @Schema(description = "The closing.") ClosingSummaryResponse closing,
        @Schema(description = "Money per point in the books at the month's end, in major units.", example = "9.5") String pointValue,
        @Schema(description = "ISO 4217 code of the program's currency.", example = "IDR") String currency,
        @Schema(description = "Whether all figures the caller may see agree with the closing before and with the ledger.", example = "true")
                boolean reconciled,
        @Schema(description = "What is outstanding, all together.") OwedResponse outstanding,
        @Schema(description = "By who pays for the points.") List<FunderClosingResponse> funders) {}
