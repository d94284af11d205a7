package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.members.EnrolledAtTill;
import id.setia.members.TillEnrolments;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** Enrolling members at tills over HTTP. */
@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class TillEnrolmentController {

    private final TillEnrolmentReader reader;
    private final TillEnrolments enrolments;
    private final TillEnrolmentAnswers answers;

    TillEnrolmentController(
            TillEnrolmentReader reader, TillEnrolments enrolments, TillEnrolmentAnswers answers) {
        this.reader = reader;
        this.enrolments = enrolments;
        this.answers = answers;
    }

    /** Enrols somebody by phone. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.MEMBERS_WRITE)
    @Operation(
            operationId = "enrolMember",
            summary = "Enrol a member at the till",
            description = "Makes an unclaimed member with a card by phone number: they earn from now on, and spend and get offers"
                    + " once they prove the phone on the portal, where one message with the link invites them. A number is one"
                    + " member whoever enrols it: the second time answers the same member, masked, with 200, and sends"
                    + " nothing, so sending again is safe. Tills of every partner may enrol; the member is the program's, and"
                    + " another partner than its owner sees no more of them than of anybody who shows a phone. A till makes"
                    + " at most 60 members an hour, a partner's system 1,000.")
    @ApiResponse(responseCode = "201", description = "A new member, unclaimed.")
    @ApiResponse(responseCode = "200", description = "The number was a member's already.")
    HttpResponse<EnrolledMemberResponse> enrol(@Body @Valid EnrolAtTillRequest request, Caller caller) {
        Caller.ApiClient till = ApiClients.of(caller);
        EnrolledAtTill enrolled = enrolments.enrol(till, reader.read(request, till));
        EnrolledMemberResponse answer = answers.of(enrolled);
        return enrolled.created() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
    }
}
