package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A rule as staff see it. */
@Serdeable
@Schema(description = "An earning rule with all its versions.")
public record RuleResponse(
        @Schema(description = "Id of the rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
        @Schema(description = "Stable code of the rule.", example = "kopi-akhir-pekan") String code,
        @Schema(description = "`scheduled`, `in_force` or `ended`.", example = "in_force") RuleState state,
        @Schema(
                        description = "Whether it only applies to members who hold the offer that made it; then it is changed with the offer.",
                        example = "false")
                boolean throughOffer,
        @Schema(description = "Number of its latest version, also its `ETag`.", example = "3") int version,
        @Schema(description = "What it says now, or next, or said last, with the days on which it begins and ends.")
                LocalText sentence,
        @Schema(description = "What that does to one purchase, computed by the rules in force.") LocalText example,
        @Schema(description = "What it says now, or next, or said last.") RuleTerms terms,
        @Schema(description = "All versions, the latest first.") List<RuleVersionResponse> versions,
        @Nullable @Schema(description = "How it was stopped at once; absent unless its latest version does so.")
                RuleStopResponse stopped) {}
