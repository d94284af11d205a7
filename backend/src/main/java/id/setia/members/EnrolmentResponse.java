package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An enrolment that waits for its code. */
@Serdeable
@Schema(description = "An enrolment that waits for its code. The same for an address that already belongs to a member.")
public record EnrolmentResponse(
        @Schema(description = "The enrolment.", example = "enr_01j9zq3k5v8w2x4y6z8a0b2c4d") String enrolmentId,
        @Schema(description = "Where the code was sent, masked.", example = "b•••@example.com") String email,
        @Schema(description = "Until when the code is good.", example = "2026-11-22T01:40:00Z") Instant codeExpiresAt) {}
