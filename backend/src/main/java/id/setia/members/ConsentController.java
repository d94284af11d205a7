package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

@Controller("/api/v1/members/{memberId}/consents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class ConsentController {

    private static final String ME = "me";

    private final Consents consents;
    private final MemberPath path;

    ConsentController(Consents consents, MemberPath path) {
        this.consents = consents;
        this.path = path;
    }

    /** Every word the member gave on the use of their data. */
    @Get
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.AUDITOR, Role.STORE_MANAGER},
            scopes = Scope.MEMBERS_READ)
    @Operation(
            operationId = "listConsents",
            summary = "List what a member agreed to",
            description = "Every word the member gave on the use of their data, the newest first.")
    ConsentHistoryResponse history(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return new ConsentHistoryResponse(consents.history(caller, id(caller, memberId)).stream()
                .map(ConsentRecordResponse::of)
                .toList());
    }

    /** Takes down the member's word on one purpose. */
    @Put("/{purpose}")
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER},
            scopes = Scope.MEMBERS_WRITE)
    @Operation(
            operationId = "changeConsent",
            summary = "Agree or disagree to a use of data",
            description = "Takes down a yes or no to one purpose: the member's own, or through staff on the member's word (channel `staff`),"
                    + " or through a partner's system, which names the text the member was shown and where. Systems of partners other"
                    + " than the program's owner do so for members who agree to share their data with partners: that first yes a member"
                    + " says themselves. What was said before stays in the history; the same word again changes nothing.")
    ConsentRecordResponse change(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(
                            description = "`marketing_email`, `marketing_phone`, `profiling` or `partner_sharing`.",
                            example = "marketing_email")
                    String purpose,
            @Body @Valid ChangeConsentRequest change) {
        ConsentPurpose asked = ConsentPurpose.of(purpose).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        return ConsentRecordResponse.of(consents.change(caller, id(caller, memberId), asked, change));
    }

    /** A member reaches nobody but themselves. */
    private UUID id(Caller caller, String memberId) {
        if (caller instanceof Caller.ApiClient) {
            return path.member(caller, memberId);
        }
        if (caller instanceof Caller.SignedInMember own) {
            boolean theirs = ME.equals(memberId) || PublicId.MEMBER.format(own.memberId()).equals(memberId);
            if (!theirs) {
                throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
            }
            return own.memberId();
        }
        return PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
    }
}
