package id.setia.tiers;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.approvals.Approval;
import id.setia.approvals.ApprovalState;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberPath;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** A member's tiers over time, and tiers given by hand, over HTTP. */
@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tiers")
class MemberTierController {

    private final MemberPath path;
    private final StandingAnswers answers;
    private final TierGrants grants;
    private final AuditTrail audit;

    MemberTierController(MemberPath path, StandingAnswers answers, TierGrants grants, AuditTrail audit) {
        this.path = path;
        this.answers = answers;
        this.grants = grants;
        this.audit = audit;
    }

    @Get("/{memberId}/standings")
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE})
    @Operation(
            operationId = "listMemberStandings",
            summary = "List how a member's tier changed",
            description = "Every change of the tier with its reason, the latest first. A signed-in member reads only their own,"
                    + " as `me`.")
    StandingListResponse standings(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        UUID member = path.member(caller, memberId);
        boolean byStaff = caller instanceof Caller.SignedInStaff;
        if (byStaff) {
            audit.record(caller, "member.standings_viewed", "member", member);
        }
        return answers.of(member, byStaff);
    }

    @Post("/{memberId}/tier-grants")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "grantTier",
            summary = "Give a member a tier",
            description = "Takes effect at once. Up to its last day no evaluation lowers it; the next one after it decides. It"
                    + " takes the place of one given before. For longer than the setting allows, nothing happens until an"
                    + " administrator has said yes. Nobody gives themselves a tier.")
    TierGrantResponse grant(
            Caller caller,
            @Parameter(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid GrantTierRequest request) {
        if (!(caller instanceof Caller.SignedInStaff staff)) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        Optional<Approval> approval = grants.give(
                staff,
                Optional.ofNullable(key),
                new TierGrantOrder(
                        path.member(caller, memberId), request.tier(), request.until(), request.explanation().strip()));
        return new TierGrantResponse(
                approval.map(Approval::state)
                        .filter(state -> state != ApprovalState.APPROVED)
                        .map(ApprovalState::value)
                        .orElse("granted"),
                approval.map(Approval::id).map(PublicId.APPROVAL::format).orElse(null));
    }
}
