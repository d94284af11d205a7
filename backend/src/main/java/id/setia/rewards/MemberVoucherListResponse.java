package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a member's vouchers. */
@Serdeable
@Schema(description = "A page of a member's vouchers, the latest first.")
public record MemberVoucherListResponse(
        @Schema(description = "The vouchers.") List<MemberVoucherResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "dm91XzAxa3E1enY0bTg")
                String nextCursor) {}
