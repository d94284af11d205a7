package id.setia.rewards;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Rewards over HTTP, for staff and partners' systems. */
@Controller("/api/v1/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class RewardController {

    private final RewardPlanning planning;
    private final RewardAnswers answers;

    RewardController(RewardPlanning planning, RewardAnswers answers) {
        this.planning = planning;
        this.answers = answers;
    }

    /** Lists rewards. */
    @Get
    @Allowed(
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR},
            scopes = Scope.REWARDS_READ)
    @Operation(
            operationId = "listRewards",
            summary = "List rewards",
            description = "Staff see all rewards. Systems see those that are published; of partners other than the program's owner,"
                    + " those that they honour.")
    RewardListResponse list(Caller caller) {
        return answers.all(caller);
    }

    /** One reward. */
    @Get("/{rewardId}")
    @Allowed(
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR},
            scopes = Scope.REWARDS_READ)
    @Operation(
            operationId = "getReward",
            summary = "Read a reward",
            description = "A reward. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<RewardResponse> get(
            Caller caller,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId) {
        return tagged(caller, id(rewardId), HttpStatus.OK);
    }

    /** Begins a reward. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createReward",
            summary = "Draft a reward",
            description = "Makes a draft, which no member sees until it is published.")
    HttpResponse<RewardResponse> create(Caller caller, @Body @Valid WriteRewardRequest request) {
        return tagged(caller, planning.create(caller, request), HttpStatus.CREATED);
    }

    /** Changes a reward. */
    @Put("/{rewardId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeReward",
            summary = "Change a reward",
            description = "Writes a reward anew, published or not; a published one keeps its kind. Vouchers and orders given"
                    + " before stay as they were.")
    HttpResponse<RewardResponse> change(
            Caller caller,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
            @Parameter(description = "`ETag` of the reward that was changed.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid WriteRewardRequest request) {
        planning.change(caller, id(rewardId), version(ifMatch), request);
        return tagged(caller, id(rewardId), HttpStatus.OK);
    }

    /** Throws a draft away. */
    @Delete("/{rewardId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "deleteReward",
            summary = "Throw a draft away",
            description = "Removes a draft. A reward that was published, or has codes, stays: `reward_not_draft`.")
    void delete(
            Caller caller,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
            @Parameter(description = "`ETag` of the reward.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        planning.delete(caller, id(rewardId), version(ifMatch));
    }

    /** Publishes a reward. */
    @Put("/{rewardId}/publication")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "publishReward",
            summary = "Publish a reward",
            description = "Offers a draft, or a withdrawn reward again: members see it within a second.")
    HttpResponse<RewardResponse> publish(
            Caller caller,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
            @Parameter(description = "`ETag` of the reward.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        planning.publish(caller, id(rewardId), version(ifMatch));
        return tagged(caller, id(rewardId), HttpStatus.OK);
    }

    /** Withdraws a reward. */
    @Put("/{rewardId}/withdrawal")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "withdrawReward",
            summary = "Withdraw a reward",
            description = "Offers it no more, within a second. What was redeemed stays good.")
    HttpResponse<RewardResponse> withdraw(
            Caller caller,
            @Parameter(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
            @Parameter(description = "`ETag` of the reward.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        planning.withdraw(caller, id(rewardId), version(ifMatch));
        return tagged(caller, id(rewardId), HttpStatus.OK);
    }

    private HttpResponse<RewardResponse> tagged(Caller caller, UUID rewardId, HttpStatus status) {
        RewardResponse reward = answers.one(caller, rewardId);
        return HttpResponse.<RewardResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(reward.version()).tag())
                .body(reward);
    }

    private static UUID id(String rewardId) {
        return PublicId.REWARD.parseOr(rewardId, ProblemCode.REWARD_NOT_FOUND);
    }

    private static Version version(String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }
}
