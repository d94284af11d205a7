package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A member's redemptions. */
@Serdeable
@Schema(description = "A member's redemptions, the latest first.")
public record RedemptionListResponse(
        @Schema(description = "The redemptions.") List<RedemptionResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MDFhYw") String nextCursor) {}
