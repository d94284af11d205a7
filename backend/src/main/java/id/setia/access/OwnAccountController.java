package id.setia.access;

import id.setia.kernel.Version;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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

/** Staff looking after their own accounts. */
@Controller("/api/v1/staff/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Staff")
class OwnAccountController {

    private final OwnAccounts accounts;
    private final SecondFactors secondFactors;
    private final SecondFactorPolicies policies;
    private final StaffPasswords passwords;
    private final SignIns signIns;
    private final Attempts attempts;

    OwnAccountController(
            OwnAccounts accounts,
            SecondFactors secondFactors,
            SecondFactorPolicies policies,
            StaffPasswords passwords,
            SignIns signIns,
            Attempts attempts) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.policies = policies;
        this.passwords = passwords;
        this.signIns = signIns;
        this.attempts = attempts;
    }

    /** Reads one's own account. */
    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getOwnStaffAccount",
            summary = "Read one's own account",
            description = "The account of the member of staff who is signed in. The `ETag` is what a change names in `If-Match`.")
    HttpResponse<OwnAccountResponse> get(Caller caller) {
        return response(accounts.of(caller));
    }

    /** Changes one's own name. */
    @Put
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "changeOwnStaffAccount",
            summary = "Change one's own account",
            description = "The name shown to others and the language of mails. Roles and stores are an administrator's to change.")
    HttpResponse<OwnAccountResponse> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"3\"") @Header(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Body @Valid ChangeOwnAccountRequest change) {
        return response(accounts.change(caller, Version.of(ifMatch), change));
    }

    /** Changes one's own password. */
    @Put("/password")
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "changeOwnStaffPassword",
            summary = "Change one's own password",
            description = "Ends every other session, and renews this one.")
    HttpResponse<SessionResponse> changePassword(
            HttpRequest<?> request, Caller caller, @Body @Valid ChangeStaffPasswordRequest change) {
        StaffAccount account = accounts.of(caller);
        String subject = account.id().toString();
        attempts.take(AttemptKind.PASSWORD_CHANGE, subject, () ->
                passwords.change(caller, account, change.currentPassword(), change.newPassword()));
        attempts.forget(AttemptKind.PASSWORD_CHANGE, subject);
        return signIns.renew(request, SessionKind.STAFF, account.id());
    }

    private HttpResponse<OwnAccountResponse> response(StaffAccount account) {
        return HttpResponse.ok(OwnAccountResponse.of(
                        account, policies.required(), secondFactors.recoveryCodesLeft(account.id())))
                .header(HttpHeaders.ETAG, new Version(account.version()).tag());
    }
}
