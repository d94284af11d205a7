package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Orders. */
@Serdeable
@Schema(description = "Orders, the oldest first.")
public record RewardOrderListResponse(
        @Schema(description = "The orders.") List<RewardOrderResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MDFhYw") String nextCursor) {}
