package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The members of one tier. */
@Serdeable
@Schema(description = "The members whose latest purchase of the time was judged by one tier.")
public record BackTestTier(
        @Schema(description = "Code of the tier.", example = "gold") String tier,
        @Schema(description = "Members who bought.", example = "412") long members,
        @Schema(description = "Members who would have got more.", example = "190") long winners,
        @Schema(description = "Members who would have got less.", example = "0") long losers,
        @Schema(description = "Points the winners would have got more.", example = "8800") long pointsWon,
        @Schema(description = "Points the losers would have got less.", example = "0") long pointsLost) {

    static BackTestTier none(String tier) {
        return new BackTestTier(tier, 0, 0, 0, 0, 0);
    }

    BackTestTier plus(long difference) {
        return new BackTestTier(
                tier,
                members + 1,
                winners + (difference > 0 ? 1 : 0),
                losers + (difference < 0 ? 1 : 0),
                pointsWon + Math.max(0, difference),
                pointsLost + Math.max(0, -difference));
    }
}
