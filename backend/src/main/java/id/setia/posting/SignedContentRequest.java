package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What stands in a signed batch. */
@Serdeable
@Schema(description = "What stands in a signed batch, as the JSON that is signed.")
public record SignedContentRequest(
        @NotNull @Size(min = 1, max = MOST) @Schema(description = "Receipts, refunds and exchanges, at most 100, in the order in which they are to count.")
                List<SignedReceiptRequest> receipts) {

    static final int MOST = 100;
}
