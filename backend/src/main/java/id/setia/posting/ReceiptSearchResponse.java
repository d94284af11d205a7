package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Purchases that were searched for. */
@Serdeable
@Schema(description = "A page of purchases, the latest first.")
public record ReceiptSearchResponse(
        @Schema(description = "The purchases, the latest first.") List<PurchaseResponse> items,
        @Nullable
                @Schema(description = "Where the next page begins; absent on the last.", example = "MDE5M2E1ZTItN2IwYy03")
                String nextCursor) {}
