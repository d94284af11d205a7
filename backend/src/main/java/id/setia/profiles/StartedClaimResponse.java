package id.setia.profiles;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A claim that waits for its code. */
@Serdeable
@Schema(description = "A claim that waits for its code. The same whether anybody is known by the number or card.")
public record StartedClaimResponse(
        @Schema(description = "The claim.", example = "clm_01j9zq3k5v8w2x4y6z8a0b2c4d") String claimId,
        @Nullable @Schema(description = "Where the code was sent, masked; absent for a claim by card.", example = "+62 812-••••-7890")
                String phone,
        @Schema(description = "Until when the code is good.", example = "2026-11-22T01:40:00Z") Instant codeExpiresAt) {}
