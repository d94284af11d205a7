package id.setia.access;

import id.setia.program.ProgramSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Staff setting up and doing without a second factor. */
@Controller("/api/v1/staff/me/second-factor")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Staff")
class SecondFactorController {

    private final OwnAccounts accounts;
    private final SecondFactors secondFactors;
    private final SignIns signIns;
    private final ProgramSettings program;

    SecondFactorController(OwnAccounts accounts, SecondFactors secondFactors, SignIns signIns, ProgramSettings program) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.signIns = signIns;
        this.program = program;
    }

    /** Begins to set one up. */
    @Post
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR}, beforeSecondFactor = true)
    @Operation(
            operationId = "startSecondFactor",
            summary = "Begin to set up a second factor",
            description = "A secret for an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). It counts once its first code was confirmed; a second factor there is stays until then, and one of its codes is needed to begin.")
    SecondFactorStartResponse start(Caller caller, @Body @Valid StartSecondFactorRequest start) {
        StaffAccount account = accounts.of(caller);
        byte[] secret = secondFactors.start(account.id(), Optional.ofNullable(start.code()));
        return new SecondFactorStartResponse(
                Totp.base32(secret), Totp.uri(program.current().name(), account.email(), secret));
    }

    /** Confirms it by its first code. */
    @Post("/confirmation")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR}, beforeSecondFactor = true)
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Confirm a second factor",
            description = "Puts the secret in force by its first code, shows ten recovery codes once, and renews the session.")
    HttpResponse<RecoveryCodesResponse> confirm(
            HttpRequest<?> request, Caller caller, @Body @Valid OneTimeCodeRequest confirmation) {
        UUID staffId = accounts.of(caller).id();
        return answer(request, staffId, secondFactors.confirm(caller, staffId, confirmation.code()));
    }

    /** Makes new recovery codes. */
    @Post("/recovery-codes")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Make new recovery codes",
            description = "Ten new codes, shown once; those before no longer work. Needs a code of the second factor; renews the session.")
    HttpResponse<RecoveryCodesResponse> renewRecoveryCodes(
            HttpRequest<?> request, Caller caller, @Body @Valid OneTimeCodeRequest proof) {
        UUID staffId = accounts.of(caller).id();
        return answer(request, staffId, secondFactors.renewRecoveryCodes(caller, staffId, proof.code()));
    }

    /** Does without one from now on. */
    @Post("/removal")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Do without a second factor",
            description = "Needs a code of the second factor. `second_factor_required` where the program requires one.")
    void remove(Caller caller, @Body @Valid OneTimeCodeRequest proof) {
        secondFactors.remove(caller, accounts.of(caller).id(), proof.code());
    }

    private HttpResponse<RecoveryCodesResponse> answer(HttpRequest<?> request, UUID staffId, List<String> codes) {
        MutableHttpResponse<SessionResponse> session = signIns.renew(request, SessionKind.STAFF, staffId);
        MutableHttpResponse<RecoveryCodesResponse> answer =
                HttpResponse.ok(new RecoveryCodesResponse(codes, session.body()));
        session.getHeaders().forEachValue((name, value) -> answer.header(name, value));
        return answer;
    }
}
