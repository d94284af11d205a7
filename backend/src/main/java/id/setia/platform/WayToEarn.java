package id.setia.platform;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** An earning rule in words. */
@Serdeable
@Schema(description = "A way to earn points, in words.")
record WayToEarn(
        @Schema(description = "Name of the rule.") LocalText name,
        @Schema(description = "One sentence for members.") LocalText summary) {}
