package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one partner owes another at the end. */
@Serdeable
@Schema(description = "What one partner owes another at the end.")
record FinalSettlementItemResponse(
        @Schema(description = "Who pays.") PartnerSummary debtor,
        @Schema(description = "Who is paid.") PartnerSummary creditor,
        @Schema(description = "Points used since ever.", example = "420000") long points,
        @Schema(description = "Those of them in the settlements of closed months.", example = "400000") long closed,
        @Schema(description = "What is left to settle.", example = "20000") long open,
        @Schema(description = "What that counts for in the books.") Money openValue) {}
