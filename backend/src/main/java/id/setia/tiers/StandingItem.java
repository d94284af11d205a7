package id.setia.tiers;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** A change of a member's tier. */
@Serdeable
@Schema(description = "A change of a member's tier, with why it was.")
public record StandingItem(
        @Schema(description = "The tier from then on.") TierResponse tier,
        @Schema(description = "When it took effect.", example = "2026-10-31T17:00:00Z") Instant from,
        @Schema(
                        description = "`joined`, `imported`, `run`, `late_purchase`, `purchase` that reached it at once, `granted` by staff, or `merged` from another membership.",
                        example = "run")
                String cause,
        @Schema(description = "Why.") LocalText reason,
        @Nullable @Schema(description = "Last day on which no evaluation lowers it; absent where any may.", example = "2027-03-31")
                LocalDate holdsUntil,
        @Nullable @Schema(description = "For staff: who gave it.", example = "Rina Wijaya") String grantedBy,
        @Nullable @Schema(description = "For staff: why it was given.", example = "Mitra lama pindah dari program hotel")
                String explanation) {}
