package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What adding or taking points would do. */
@Serdeable
@Schema(description = "What adding or taking points would do, and whether a second person would have to say yes.")
public record AdjustmentPreviewResponse(
        @Schema(description = "What it would do to the member.") EffectResponse effect,
        @Schema(description = "Whether it is beyond what the caller may do alone.", example = "false") boolean needsApproval,
        @Schema(description = "What the caller may do alone in one act.", example = "1000") long perAct,
        @Schema(description = "And in one day.", example = "5000") long perDay,
        @Schema(description = "What the caller did alone today.", example = "1200") long usedToday) {}
