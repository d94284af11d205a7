package id.setia.posting;

import id.setia.kernel.LocalText;
import id.setia.tiers.TierResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What merging two memberships would do. */
@Serdeable
@Schema(description = "What both memberships have, and what the one that stays would have. Merging cannot be undone.")
public record MergePreviewResponse(
        @Schema(description = "The membership that would end.") EffectResponse merged,
        @Schema(description = "The membership that would stay.") EffectResponse survivor,
        @Schema(description = "The state of the one that stays: `frozen` when either is.", example = "active") String state,
        @Schema(description = "The tier of the one that would end.") TierResponse mergedTier,
        @Schema(description = "The tier of the one that stays, now.") TierResponse tierBefore,
        @Schema(description = "The tier of the one that stays, afterwards.") TierResponse tierAfter,
        @Schema(description = "Consents the one that stays has given and would lose, since the other refused them.", example = "[\"marketing\"]")
                List<String> consentsWithdrawn,
        @Schema(description = "Whether a second person would have to say yes.", example = "false") boolean needsApproval,
        @Schema(description = "The most points either may have for one person to merge them alone.", example = "1000")
                long pointsAlone,
        @Schema(description = "Always false: there is no way back.", example = "false") boolean undoable,
        @Schema(description = "What to know before doing it, in words.") LocalText warning) {}
