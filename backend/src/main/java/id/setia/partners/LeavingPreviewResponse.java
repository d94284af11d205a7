package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What a partner's leaving would mean. */
@Serdeable
@Schema(description = "What a partner's leaving would mean, as things are now.")
record LeavingPreviewResponse(
        @Schema(description = "From when on its purchases would earn nothing.", example = "2026-12-31T17:00:00Z") Instant leavesAt,
        @Schema(description = "Until when its systems could post refunds.", example = "2027-03-01T17:00:00Z") Instant refundsUntil,
        @Schema(description = "What would end or be left behind.") List<PartnerTieResponse> items) {}
