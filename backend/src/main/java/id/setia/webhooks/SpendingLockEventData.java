package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Too many wrong proofs. */
@Serdeable
@Schema(description = "Too many wrong proofs.")
record SpendingLockEventData(
        @Schema(description = "Until when points cannot be spent.", example = "2026-11-22T03:19:05Z") Instant lockedUntil) {}
