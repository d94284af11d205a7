package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberPath;
import id.setia.members.SpendingProof;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.RedemptionListResponse;
import id.setia.rewards.RedemptionResponse;
import id.setia.rewards.VoucherResponse;
import id.setia.rewards.Vouchers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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

/** Rewards taken for points, over HTTP. */
@Controller("/api/v1/members/{memberId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class RedemptionController {

    private final RewardRedemptions redemptions;
    private final RedemptionAnswers answers;
    private final Vouchers vouchers;
    private final MemberPath path;
    private final AuditTrail audit;

    RedemptionController(
            RewardRedemptions redemptions,
            RedemptionAnswers answers,
            Vouchers vouchers,
            MemberPath path,
            AuditTrail audit) {
        this.redemptions = redemptions;
        this.answers = answers;
        this.vouchers = vouchers;
        this.path = path;
        this.audit = audit;
    }

    @Post("/redemptions")
    @Status(HttpStatus.CREATED)
    @Allowed(member = true, staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "redeemReward",
            summary = "Take a reward for points",
            description = "Points, stock, and the voucher or order in one act: all of it or nothing. A member takes it for"
                    + " themselves, a service agent for a member; nobody of the staff for their own membership. Where it cannot be had,"
                    + " the code says why: `insufficient_points`, `sold_out`, `tier_required`, `reward_not_yet`, `reward_ended`,"
                    + " `reward_withdrawn`, `member_limit_reached` or `spending_not_allowed`. From the number of points on that the program sets a"
                    + " member proves once more to be themselves, by `POST /members/me/step-up` or by the PIN sent along: without it"
                    + " `redemption_proof_required`; after a change of what opens the account `spending_cooling_off`.")
    RedemptionResponse redeem(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid RedeemRequest request) {
        UUID member = path.member(caller, memberId);
        RewardRedemptions.Order order = new RewardRedemptions.Order(
                member,
                PublicId.REWARD.parseOr(request.rewardId(), ProblemCode.REWARD_NOT_FOUND),
                Optional.ofNullable(request.storeId())
                        .map(store -> PublicId.STORE.parseOr(store, ProblemCode.STORE_NOT_FOUND)));
        Optional<SpendingProof> proof = Optional.ofNullable(request.proof()).map(SpendingProofRequest::proof);
        return answers.one(member, redemptions.redeem(caller, Optional.ofNullable(key), order, proof), isOwn(caller));
    }

    private static boolean isOwn(Caller caller) {
        return caller instanceof Caller.SignedInMember;
    }

    @Get("/redemptions")
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listRedemptions",
            summary = "List what a member took for points",
            description = "Redemptions with their vouchers and orders, the latest first. Codes are the member's alone to see.")
    RedemptionListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "bnRjXzAxa3E1enY0bTg") @Nullable @QueryValue String cursor) {
        UUID member = seen(caller, memberId);
        return answers.page(member, isOwn(caller), Optional.ofNullable(cursor), limit);
    }

    @Get("/redemptions/{redemptionId}")
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "getRedemption",
            summary = "Read a redemption",
            description = "A redemption with its voucher or order.")
    RedemptionResponse get(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The redemption.", example = "red_01kq5zv4m8e7t9b3x2c1d0f6ga") String redemptionId) {
        UUID member = seen(caller, memberId);
        return answers.one(member, redemption(redemptionId), isOwn(caller));
    }

    private UUID seen(Caller caller, String memberId) {
        UUID member = path.member(caller, memberId);
        if (caller instanceof Caller.SignedInStaff) {
            audit.record(caller, "member.redemptions_viewed", "member", member);
        }
        return member;
    }

    private static UUID redemption(String redemptionId) {
        return PublicId.REDEMPTION.parseOr(redemptionId, ProblemCode.REDEMPTION_NOT_FOUND);
    }

    @Put("/redemptions/{redemptionId}/cancellation")
    @Allowed(member = true, staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "cancelRedemption",
            summary = "Take a redemption back",
            description = "Points go back to where they came from and the piece to the stock; the voucher or order ends. A member may"
                    + " within the time the program gives, unless an imported code was shown or an order is under way; a service agent"
                    + " also later. Taken back before, nothing changes; what can no longer be taken back is `redemption_final`.")
    RedemptionResponse cancel(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The redemption.", example = "red_01kq5zv4m8e7t9b3x2c1d0f6ga") String redemptionId) {
        UUID member = path.member(caller, memberId);
        redemptions.cancel(caller, member, redemption(redemptionId));
        return answers.one(member, redemption(redemptionId), isOwn(caller));
    }

    @Put("/vouchers/{voucherId}/reveal")
    @Allowed(member = true)
    @Operation(
            operationId = "revealVoucher",
            summary = "Show a voucher's code",
            description = "Shows the member the code of their voucher. An imported code that was shown cannot be taken back any more."
                    + " Shown before, nothing changes.")
    VoucherResponse reveal(
            Caller caller,
            @Parameter(description = "`me`, or the id of the member signed in.", example = "me") String memberId,
            @Parameter(description = "The voucher.", example = "vou_01kq5zv4m8e7t9b3x2c1d0f6ga") String voucherId) {
        return vouchers.reveal(
                path.member(caller, memberId), PublicId.VOUCHER.parseOr(voucherId, ProblemCode.VOUCHER_NOT_FOUND));
    }
}
