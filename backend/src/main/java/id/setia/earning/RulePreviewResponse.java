package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A rule that is being written, in words. */
@Serdeable
@Schema(description = "What a rule would say and do.")
public record RulePreviewResponse(
        @Schema(description = "What it says, in one sentence.") LocalText sentence,
        @Schema(description = "What it does to one purchase, computed by the rules in force.") LocalText example) {}
