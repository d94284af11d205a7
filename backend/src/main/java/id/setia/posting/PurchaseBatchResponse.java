package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of a batch of receipts. */
@Serdeable
@Schema(description = "What became of each receipt of a batch, in the order of the request.")
public record PurchaseBatchResponse(
        @Schema(description = "Receipts taken now.", example = "98") int posted,
        @Schema(description = "Receipts that were in the books before.", example = "1") int replayed,
        @Schema(description = "Receipts refused; nothing of them is stored.", example = "1") int refused,
        @Schema(description = "Each receipt.") List<PurchaseRowResponse> items) {

    static PurchaseBatchResponse of(List<PurchaseRowResponse> items) {
        return new PurchaseBatchResponse(
                count(items, 201), count(items, 200), items.size() - count(items, 201) - count(items, 200), items);
    }

    private static int count(List<PurchaseRowResponse> items, int status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }
}
