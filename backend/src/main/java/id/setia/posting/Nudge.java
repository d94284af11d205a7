package id.setia.posting;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a little more spending would bring. */
@Serdeable
@Schema(description = "What a little more spending would bring: points by a rule that only just does not give them, or the next tier.")
public record Nudge(
        @Schema(description = "How much more.") Money spend,
        @Nullable @Schema(description = "Points it would bring; absent when it would bring a tier.", example = "50") Long points,
        @Nullable @Schema(description = "The tier it would bring; absent when it would bring points.") TierResponse tier,
        @Schema(description = "The same as a sentence.") LocalText text) {}
