package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A code that is on its way. */
@Serdeable
@Schema(description = "A code that is on its way.")
public record MemberCodeResponse(
        @Schema(description = "Where it was sent, masked; a till does not learn the domain of an e-mail address: `b•••@•••`.", example = "b•••@example.com") String sentTo,
        @Schema(description = "Until when the code is good.", example = "2026-11-22T01:40:00Z") Instant expiresAt) {}
