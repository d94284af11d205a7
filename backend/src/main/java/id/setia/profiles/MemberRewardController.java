package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.rewards.MemberRewardListResponse;
import id.setia.rewards.MemberRewardResponse;
import id.setia.rewards.RewardShelf;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What a member can have for points, over HTTP. */
@Controller("/api/v1/members/{memberId}/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class MemberRewardController {

    private final ProfileReads reads;
    private final Profiles profiles;
    private final RewardShelf shelf;

    MemberRewardController(ProfileReads reads, Profiles profiles, RewardShelf shelf) {
        this.reads = reads;
        this.profiles = profiles;
        this.shelf = shelf;
    }

    @Get
    @Allowed(
            member = true,
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR},
            scopes = Scope.REWARDS_READ)
    @Operation(
            operationId = "listMemberRewards",
            summary = "List what a member can have for points",
            description = "Rewards that are offered or will be, with every reason why the member cannot have one now, each in words:"
                    + " those they can have first, then the cheapest.")
    MemberRewardListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return shelf.of(profiles.rewardMember(reads.byId(caller, memberId, "member.rewards_viewed").member()));
    }

    @Get("/{rewardId}")
    @Allowed(
            member = true,
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR},
            scopes = Scope.REWARDS_READ)
    @Operation(
            operationId = "getMemberReward",
            summary = "Read whether a member can have a reward",
            description = "One reward, also when it has ended or was withdrawn, and why the member cannot have it now.")
    MemberRewardResponse get(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId) {
        return shelf.one(
                profiles.rewardMember(reads.byId(caller, memberId, "member.rewards_viewed").member()),
                PublicId.REWARD.parseOr(rewardId, ProblemCode.REWARD_NOT_FOUND));
    }
}
