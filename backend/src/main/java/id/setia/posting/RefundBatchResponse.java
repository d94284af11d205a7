package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of a batch of refunds. */
@Serdeable
@Schema(description = "What became of each refund of a batch, in the order of the request.")
public record RefundBatchResponse(
        @Schema(description = "Refunds taken now, those that wait for their purchases among them.", example = "8") int posted,
        @Schema(description = "Refunds that were in the books before.", example = "1") int replayed,
        @Schema(description = "Refunds refused; nothing of them is stored.", example = "1") int refused,
        @Schema(description = "Each refund.") List<RefundRowResponse> items) {

    static RefundBatchResponse of(List<RefundRowResponse> items) {
        return new RefundBatchResponse(
                count(items, 201), count(items, 200), items.size() - count(items, 201) - count(items, 200), items);
    }

    private static int count(List<RefundRowResponse> items, int status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }
}
