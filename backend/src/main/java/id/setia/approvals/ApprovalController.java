package id.setia.approvals;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccount;
import id.setia.access.StaffAccounts;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

/** What waits for a second person. */
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Approvals")
class ApprovalController {

    private final Approvals approvals;
    private final StaffAccounts staff;

    ApprovalController(Approvals approvals, StaffAccounts staff) {
        this.approvals = approvals;
        this.staff = staff;
    }

    @Get
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listApprovals",
            summary = "List approvals",
            description = "Requests that wait for a second person's yes, the oldest first; or those decided, withdrawn and"
                    + " expired, the latest first.")
    ApprovalListResponse list(
            Caller caller,
            @Parameter(description = "Whether to list those that wait.", example = "true") @QueryValue(defaultValue = "true") boolean waiting,
            @Parameter(description = "How many at most.", example = "50") @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new ApprovalListResponse(
                approvals.list(waiting, limit).stream().map(approval -> answer(approval, caller)).toList(),
                approvals.waiting());
    }

    @Get("/{approvalId}")
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(operationId = "getApproval", summary = "Read an approval", description = "One request as it stands now.")
    ApprovalResponse get(Caller caller, String approvalId) {
        return answer(
                approvals.find(id(approvalId)).orElseThrow(() -> Problem.of(ProblemCode.APPROVAL_NOT_FOUND)), caller);
    }

    @Post("/{approvalId}/approval")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE})
    @Operation(
            operationId = "approveRequest",
            summary = "Approve",
            description = "Says yes to what another person asked for, and does it: everything is checked anew, and both"
                    + " happen or neither. Only roles named in the limits may; nobody for their own request or membership."
                    + " Repeating it is safe.")
    ApprovalResponse approve(Caller caller, String approvalId, @Nullable @Body @Valid DecideApprovalRequest request) {
        return answer(approvals.approve(staff(caller), id(approvalId), note(request)), caller);
    }

    @Post("/{approvalId}/rejection")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE})
    @Operation(
            operationId = "rejectRequest",
            summary = "Reject",
            description = "Says no to what another person asked for. Repeating it is safe.")
    ApprovalResponse reject(Caller caller, String approvalId, @Nullable @Body @Valid DecideApprovalRequest request) {
        return answer(approvals.reject(staff(caller), id(approvalId), note(request)), caller);
    }

    @Post("/{approvalId}/withdrawal")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE})
    @Operation(
            operationId = "withdrawRequest",
            summary = "Withdraw a request",
            description = "Takes back what the caller asked for. Repeating it is safe.")
    ApprovalResponse withdraw(Caller caller, String approvalId) {
        return answer(approvals.withdraw(staff(caller), id(approvalId)), caller);
    }

    private static UUID id(String text) {
        return PublicId.APPROVAL.parseOr(text, ProblemCode.APPROVAL_NOT_FOUND);
    }

    private static String note(@Nullable DecideApprovalRequest request) {
        return Optional.ofNullable(request).map(DecideApprovalRequest::note).map(String::strip).orElse("");
    }

    private static Caller.SignedInStaff staff(Caller caller) {
        if (caller instanceof Caller.SignedInStaff staff) {
            return staff;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }

    private ApprovalResponse answer(Approval approval, Caller caller) {
        ApprovableAct.Summary summary = approvals.summary(approval);
        return new ApprovalResponse(
                PublicId.APPROVAL.format(approval.id()),
                approval.kind(),
                approval.state().value(),
                summary.title(),
                summary.reason(),
                summary.explanation(),
                approval.memberId().map(PublicId.MEMBER::format).orElse(null),
                approval.memberId().map(member -> summary.memberName()).orElse(null),
                approvals.subject(approval).orElse(null),
                PublicId.STAFF.format(approval.requestedBy()),
                name(approval.requestedBy()),
                caller.actorId().filter(approval.requestedBy()::equals).isPresent(),
                approval.requestedAt(),
                approval.expiresAt(),
                approval.decidedBy().map(this::name).orElse(null),
                approval.decidedAt().orElse(null),
                approval.note());
    }

    private String name(UUID staffId) {
        return staff.find(staffId).map(StaffAccount::name).orElse("");
    }
}
