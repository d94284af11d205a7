package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What one rule made of a purchase, in plain words. */
@Serdeable
@Schema(description = "What one rule made of a purchase or refund, in plain words; also for rules that gave nothing.")
public record ExplanationItem(
        @Schema(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
        @Schema(description = "Which version of it judged.", example = "7") int ruleVersion,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "`applied`, `not_applied` or `taken_back`.", example = "applied") String outcome,
        @Schema(description = "Points given, or negative when taken back.", example = "186") long points,
        @Nullable @Schema(description = "The amount it looked at; absent when it looked at none.") Money base,
        @Schema(description = "Why.") LocalText reason,
        @Nullable
                @Schema(
                        description = "What it would have given without its caps and the other rules of its group; absent when it"
                                + " gave just that.",
                        example = "250")
                Long wanted,
        @Nullable
                @Schema(
                        description = "Which cap let it give no more: `purchase`, `points_a_day`, `times_a_month`, `budget` …; absent"
                                + " when none did.",
                        example = "points_a_day")
                CapKind cappedBy,
        @Schema(description = "Its points by line; position 0 holds what belongs to no line.")
                List<LinePointsResponse> lines) {

    /** The same under another name, for another reason. */
    ExplanationItem called(LocalText other, LocalText why) {
        return new ExplanationItem(ruleId, ruleVersion, other, outcome, points, base, why, wanted, null, lines);
    }
}
