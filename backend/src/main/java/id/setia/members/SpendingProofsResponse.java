package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** How a member can prove to be there. */
@Serdeable
@Schema(description = "How a member can prove to be there when points are used.")
public record SpendingProofsResponse(
        @Schema(description = "Whether they have a PIN.", example = "true") boolean pinSet,
        @Nullable @Schema(description = "Until when using points is locked, after five wrong proofs; absent when it is not.", example = "2026-11-20T11:57:00Z")
                Instant lockedUntil,
        @Nullable @Schema(description = "Until when points are not used, after a change of what opens the account; absent when they may be.", example = "2026-11-21T11:57:00Z")
                Instant coolingUntil) {}
