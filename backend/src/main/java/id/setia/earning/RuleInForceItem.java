package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An earning rule as members may read it. */
@Serdeable
@Schema(description = "An earning rule in words: what it gives, for what and to whom.")
public record RuleInForceItem(
        @Schema(description = "The rule; explanations of purchases name it.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "What it gives, for what and to whom.") LocalText sentence,
        @Schema(description = "What makes it give points: `purchase`, `join`, `profile_completed`, `referrer`, `referred`, `birthday` or `custom`.", example = "purchase")
                String trigger,
        @Schema(description = "Which version of it.", example = "3") int version,
        @Schema(description = "First moment this version judges.", example = "2026-11-01T00:00:00Z") Instant from,
        @Nullable @Schema(description = "First moment it judges no more; absent while open.", example = "2026-12-01T00:00:00Z")
                Instant until) {

    static RuleInForceItem of(RuleVersion version, LocalText sentence) {
        return new RuleInForceItem(
                PublicId.RULE.format(version.ruleId()),
                version.definition().name(),
                sentence,
                version.definition().trigger().value(),
                version.version(),
                version.from(),
                version.until().orElse(null));
    }
}
