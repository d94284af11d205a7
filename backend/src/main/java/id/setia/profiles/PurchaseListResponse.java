package id.setia.profiles;

import id.setia.posting.PurchaseResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a member's purchases. */
@Serdeable
@Schema(description = "A page of a member's purchases, the latest first.")
public record PurchaseListResponse(
        @Schema(description = "The purchases.") List<PurchaseResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MjAyNi0xMS0yMA")
                String nextCursor) {}
