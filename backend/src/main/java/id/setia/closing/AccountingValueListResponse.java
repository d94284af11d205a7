package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a point counts for in the books, by date. */
@Serdeable
@Schema(description = "What a point counts for in the books, by date.")
record AccountingValueListResponse(
        @Schema(description = "Money per point in force today, in major units.", example = "9.5") String today,
        @Schema(description = "ISO 4217 code of the program's currency.", example = "IDR") String currency,
        @Schema(description = "Whether nobody has set one for today, so that a point counts for what it is worth to members.", example = "false")
                boolean displayWorth,
        @Schema(description = "All that were ever set, the latest day first; of one day the one set last counts.")
                List<AccountingValueResponse> items) {}
