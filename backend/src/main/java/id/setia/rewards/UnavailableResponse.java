package id.setia.rewards;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One reason why a member cannot have a reward now. */
@Serdeable
@Schema(description = "One reason why the member cannot have a reward now.")
public record UnavailableResponse(
        @Schema(
                        description = "`points_short`, `tier_required`, `sold_out`, `not_yet`, `ended`, `withdrawn`,"
                                + " `member_limit_reached` or `spending_not_allowed`.",
                        example = "points_short")
                UnavailableReason reason,
        @Schema(description = "The reason in one sentence.") LocalText sentence,
        @Nullable @Schema(description = "For `points_short`: how many points are missing.", example = "120") Long missingPoints,
        @Nullable
                @Schema(
                        description = "For `not_yet`, and for a limit per period: from when on it may be had.",
                        example = "2026-12-01T00:00:00Z")
                Instant availableFrom) {

    static UnavailableResponse of(UnavailableReason reason, String indonesian, String english) {
        return new UnavailableResponse(reason, LocalText.of(indonesian, english), null, null);
    }
}
