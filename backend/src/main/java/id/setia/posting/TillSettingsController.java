package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Version;
import id.setia.program.Setting;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** What an administrator may set of what tills begin, over HTTP. */
@Controller("/api/v1/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class TillSettingsController {

    private final TillSettings settings;

    TillSettingsController(TillSettings settings) {
        this.settings = settings;
    }

    /** How long a receipt may be claimed. */
    @Get("/receipt-claims")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getReceiptClaimSettings",
            summary = "Read how long a receipt may be claimed",
            description = "How long whoever holds a receipt that is nobody's may claim it by its code.")
    HttpResponse<ReceiptClaimSettings> receiptClaims() {
        return answer(settings.receiptClaims());
    }

    /** Changes how long a receipt may be claimed. */
    @Put("/receipt-claims")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeReceiptClaimSettings",
            summary = "Change how long a receipt may be claimed",
            description = "Counts for receipts printed before, too.")
    HttpResponse<ReceiptClaimSettings> changeReceiptClaims(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid ReceiptClaimSettings change) {
        return answer(settings.change(caller, change, Version.of(Optional.ofNullable(ifMatch))));
    }

    /** How long a membership may stay unclaimed. */
    @Get("/unclaimed-members")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getUnclaimedMemberSettings",
            summary = "Read how long a membership may stay unclaimed",
            description = "How long a membership begun at a till is kept when nobody claims it, counted from the enrolment or the"
                    + " last purchase, whichever is later.")
    HttpResponse<UnclaimedMemberSettings> unclaimedMembers() {
        return answer(settings.unclaimedMembers());
    }

    /** Changes how long a membership may stay unclaimed. */
    @Put("/unclaimed-members")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeUnclaimedMemberSettings",
            summary = "Change how long a membership may stay unclaimed",
            description = "Counts for memberships begun before, too; nobody's data goes sooner than 30 days after the warning.")
    HttpResponse<UnclaimedMemberSettings> changeUnclaimedMembers(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid UnclaimedMemberSettings change) {
        return answer(settings.change(caller, change, Version.of(Optional.ofNullable(ifMatch))));
    }

    private static <T> HttpResponse<T> answer(Setting<T> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
