package id.setia.members;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An enrolment that waits for its code. */
@Serdeable
@Schema(description = "An enrolment that waits for its code. The same for a contact that already belongs to a member.")
public record EnrolmentResponse(
        @Schema(description = "The enrolment.", example = "enr_01j9zq3k5v8w2x4y6z8a0b2c4d") String enrolmentId,
        @Schema(
                        description = "The way the code takes.",
                        allowableValues = {"email", "phone"},
                        example = "email")
                String channel,
        @Schema(description = "Where the code was sent, masked.", example = "b•••@example.com") String contact,
        @Schema(description = "Until when the code is good.", example = "2026-11-22T01:40:00Z") Instant codeExpiresAt) {

    static EnrolmentResponse of(Enrolments.Waiting waiting) {
        return new EnrolmentResponse(
                PublicId.ENROLMENT.format(waiting.enrolmentId()),
                waiting.code().contact().kind(),
                waiting.code().contact().masked(),
                waiting.code().expiresAt());
    }
}
