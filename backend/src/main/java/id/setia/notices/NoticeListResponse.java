package id.setia.notices;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of an inbox. */
@Serdeable
@Schema(description = "A page of an inbox, the latest first.")
public record NoticeListResponse(
        @Schema(description = "The notices.") List<NoticeResponse> items,
        @Schema(description = "How many of all notices the member has not seen.", example = "3") int unseen,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "bnRjXzAxa3E1enY0bTg")
                String nextCursor) {}
