package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.ClientAddress;
import id.setia.access.SessionKind;
import id.setia.access.SessionResponse;
import id.setia.access.SignIns;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

@Controller("/api/v1/enrolments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Enrolment", description = "Becoming a member.")
class EnrolmentController {

    private final Enrolments enrolments;
    private final SignIns signIns;
    private final Attempts attempts;
    private final ClientAddress address;

    EnrolmentController(Enrolments enrolments, SignIns signIns, Attempts attempts, ClientAddress address) {
        this.enrolments = enrolments;
        this.signIns = signIns;
        this.attempts = attempts;
        this.address = address;
    }

    /** Begins to join: takes the details down and sends a code. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "startEnrolment",
            summary = "Begin to join",
            description = "Takes the details down and sends a code by mail, or to the phone where one is given. The answer is the same for a contact"
                    + " that already belongs to a member; then the mail says so, or the confirmation of a phone does."
                    + " At most five codes an hour go to one contact.")
    EnrolmentResponse start(HttpRequest<?> request, @Body @Valid EnrolMemberRequest enrolment) {
        return attempts.take(
                AttemptKind.ENROLMENT_ADDRESS, address.of(request), () -> EnrolmentResponse.of(enrolments.start(enrolment)));
    }

    /** Sends a new code; the one before no longer works. */
    @Post("/{enrolmentId}/code")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "sendEnrolmentCode",
            summary = "Send a new code",
            description = "Sends a new code; the one before no longer works. At most five codes an hour go to one contact.")
    EnrolmentResponse sendCode(
            @Parameter(description = "The enrolment.", example = "enr_01j9zq3k5v8w2x4y6z8a0b2c4d") String enrolmentId) {
        return EnrolmentResponse.of(enrolments.sendCode(id(enrolmentId)));
    }

    /** Finishes joining with the code, and signs in. */
    @Post("/{enrolmentId}/confirmation")
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "confirmEnrolment",
            summary = "Finish joining",
            description = "Finishes joining with the code, and signs in. `code_invalid` for a wrong code; `code_expired` after ten minutes, five wrong codes, or once it was used."
                    + " `contact_taken` when the phone number belongs to another account: sign in to that account with its password or a code"
                    + " to its e-mail address, or send the code again with `release`, and the number is freed for the new account.")
    HttpResponse<SessionResponse> confirm(
            HttpRequest<?> request,
            @Parameter(description = "The enrolment.", example = "enr_01j9zq3k5v8w2x4y6z8a0b2c4d") String enrolmentId,
            @Body @Valid ConfirmEnrolmentRequest confirmation) {
        String from = address.of(request);
        attempts.take(AttemptKind.CODE_ADDRESS, from);
        UUID memberId = enrolments.confirm(id(enrolmentId), confirmation.code(), confirmation.releases());
        attempts.giveBack(AttemptKind.CODE_ADDRESS, from);
        return signIns.signIn(request, SessionKind.MEMBER, memberId);
    }

    private static UUID id(String enrolmentId) {
        return PublicId.ENROLMENT.parseOr(enrolmentId, ProblemCode.ENROLMENT_NOT_FOUND);
    }
}
