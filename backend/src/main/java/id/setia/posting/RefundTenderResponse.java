package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.purchases.TenderKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What of one kind of payment a refund returns. */
@Serdeable
@Schema(description = "What of one kind of payment a refund returns.")
public record RefundTenderResponse(
        @Schema(description = "What it had been paid with.", example = "cash") TenderKind kind,
        @Schema(description = "How much of it; of points, what they are worth.") Money amount,
        @Schema(description = "Points given back; 0 for money, and for points paid elsewhere.", example = "0") long points) {}
