package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one rule made of a purchase before, and with the rule that is tried. */
@Serdeable
@Schema(description = "What one rule made of a purchase, and what it would have made of it.")
public record BackTestReason(
        @Schema(description = "Name of the rule.") LocalText name,
        @Schema(description = "Its points by the rules of then.", example = "100") long pointsBefore,
        @Schema(description = "Its points with the rule that is tried.", example = "250") long pointsWith,
        @Schema(description = "Why it would have given these.") LocalText reason) {}
