package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the program owes its members. */
@Serdeable
@Schema(description = "What the program owes its members, as it was recorded at a moment.")
record LiabilityResponse(
        @Schema(description = "The moment.", example = "2026-11-20T11:42:00Z") Instant asOf,
        @Schema(description = "Money per point in the books on that day, in major units.", example = "9.5") String pointValue,
        @Schema(description = "ISO 4217 code of the program's currency.", example = "IDR") String currency,
        @Schema(description = "All that the caller may see, together.") OwedResponse total,
        @Schema(description = "By who pays for the points.") List<OwedResponse> funders) {}
