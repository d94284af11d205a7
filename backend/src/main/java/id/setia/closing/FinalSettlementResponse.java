package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The last account with a partner that left. */
@Serdeable
@Schema(description = "The last account with a partner that left, made when its systems had ended.")
record FinalSettlementResponse(
        @Schema(description = "The partner.") PartnerSummary partner,
        @Schema(description = "When it was made.", example = "2027-03-01T17:05:00Z") Instant madeAt,
        @Nullable @Schema(description = "The last month closed by then; absent when none was.", example = "2027-01") String lastMonth,
        @Schema(description = "Money per point in the books on that day, in major units.", example = "9.5") String pointValue,
        @Schema(description = "Points members still have at the partner's expense, less what they owe it.", example = "182000") long outstanding,
        @Schema(description = "What those count for.") Money outstandingValue,
        @Schema(description = "What it and the others owe each other for points used.") List<FinalSettlementItemResponse> items) {}
