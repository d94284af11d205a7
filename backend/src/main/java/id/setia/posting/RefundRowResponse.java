package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of one refund of a batch. */
@Serdeable
@Schema(description = "What became of one refund of a batch.")
public record RefundRowResponse(
        @Schema(description = "Its place in the request, from 0.", example = "0") int index,
        @Schema(
                        description = "The status its own request would have had: 201 taken, 200 in the books before, 503 to be sent again, any other refused.",
                        example = "201")
                int status,
        @Nullable @Schema(description = "The refund; absent when it was refused.") RefundResponse refund,
        @Nullable @Schema(description = "Why it was refused; absent when it was taken.") RowRefusal problem) {}
