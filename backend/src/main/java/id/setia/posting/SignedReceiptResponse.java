package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of one receipt of a signed batch. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one receipt, refund or exchange of a signed batch: `purchase` or `refund`, both for an exchange, or `problem`.")
public record SignedReceiptResponse(
        @Schema(description = "Its place in the batch, from 0.", example = "0") int index,
        @Schema(
                        description = "The status its own request would have had: 201 taken, 200 in the books before, 500 or 503 to be sent again with its batch, any other refused for good.",
                        example = "201")
                int status,
        @Nullable @Schema(description = "The purchase, also that of an exchange; absent when it was refused, or is a refund.") PurchaseResponse purchase,
        @Nullable @Schema(description = "The refund, also that of an exchange; absent when it was refused, or is a purchase.") RefundResponse refund,
        @Nullable @Schema(description = "Why it was refused; absent when it was taken.") RowRefusal problem) {

    static SignedReceiptResponse of(int index, PurchaseRowResponse row) {
        return new SignedReceiptResponse(index, row.status(), row.purchase(), null, row.problem());
    }
}
