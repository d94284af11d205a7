package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one partner owes another. */
@Serdeable
@Schema(description = "What one partner owes another.")
record SettlementItem(
        @Schema(description = "Who pays: the partner at whose expense the points were given.") PartnerSummary debtor,
        @Schema(description = "Who is paid: the partner that gave something for them.") PartnerSummary creditor,
        @Schema(description = "How many points.", example = "42000") long points,
        @Schema(description = "What they count for in the books.") Money value) {}
