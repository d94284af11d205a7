package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SettingDesk;
import id.setia.kernel.Problem;
import id.setia.program.Settings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** What administrators set about speed, about points by hand and about merging. */
@Controller("/api/v1/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class PostingSettingsController {

    private final SettingDesk settings;

    PostingSettingsController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get("/velocity")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getVelocityPolicy",
            summary = "Read the limits on speed",
            description = "How much may happen in a day before points wait for a check.")
    HttpResponse<VelocityPolicy> velocity() {
        return settings.read(VelocityPolicy.SETTING, VelocityPolicy.class, VelocityPolicy.NONE);
    }

    @Put("/velocity")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeVelocityPolicy",
            summary = "Change the limits on speed",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<VelocityPolicy> changeVelocity(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid VelocityPolicy policy) {
        return settings.change(caller, VelocityPolicy.SETTING, policy, Optional.ofNullable(version));
    }

    @Get("/approval-limits")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getApprovalLimits",
            summary = "Read the limits of points by hand",
            description = "How many points each role may add or take alone, and whose yes is needed beyond.")
    HttpResponse<ApprovalLimits> limits() {
        return settings.read(ApprovalLimits.SETTING, ApprovalLimits.class, ApprovalLimits.USUAL);
    }

    @Put("/approval-limits")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeApprovalLimits",
            summary = "Change the limits of points by hand",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<ApprovalLimits> changeLimits(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid ApprovalLimits limits) {
        if (!limits.namesRoles()) {
            throw Problem.invalid("/limits", "role_unknown");
        }
        return settings.change(caller, ApprovalLimits.SETTING, limits, Optional.ofNullable(version));
    }

    @Get("/points-payment")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getPointsPaymentPolicy",
            summary = "Read how points may be used",
            description = "How points may pay a part of a purchase, which proof using them needs, and what happens to points that"
                    + " a refund gives back after they had expired.")
    HttpResponse<PointsPaymentPolicy> pointsPayment() {
        return settings.read(PointsPaymentPolicy.SETTING, PointsPaymentPolicy.class, PointsPaymentPolicy.USUAL);
    }

    @Put("/points-payment")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changePointsPaymentPolicy",
            summary = "Change how points may be used",
            description = "Takes effect within a second; holds that are open are paid by the policy of their purchase's time. Needs"
                    + " `If-Match` with the `ETag` read before.")
    HttpResponse<PointsPaymentPolicy> changePointsPayment(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid PointsPaymentPolicy policy) {
        if (!policy.stepsAreWhole()) {
            throw Problem.invalid("/proofs", "proof_steps_incomplete");
        }
        return settings.change(caller, PointsPaymentPolicy.SETTING, policy, Optional.ofNullable(version));
    }

    @Get("/merging")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getMergePolicy",
            summary = "Read when merging takes two",
            description = "From how many points on merging two memberships takes a second person.")
    HttpResponse<MergePolicy> merging() {
        return settings.read(MergePolicy.SETTING, MergePolicy.class, MergePolicy.USUAL);
    }

    @Put("/merging")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeMergePolicy",
            summary = "Change when merging takes two",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<MergePolicy> changeMerging(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid MergePolicy policy) {
        return settings.change(caller, MergePolicy.SETTING, policy, Optional.ofNullable(version));
    }
}
