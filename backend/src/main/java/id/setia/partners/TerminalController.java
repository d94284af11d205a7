package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
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

/** One till over HTTP. */
@Controller("/api/v1/terminals/{terminalId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Stores")
class TerminalController {

    private final PartnerDirectory partners;
    private final Premises premises;
    private final TerminalPresences presences;
    private final Pairings pairings;

    TerminalController(
            PartnerDirectory partners, Premises premises, TerminalPresences presences, Pairings pairings) {
        this.partners = partners;
        this.premises = premises;
        this.presences = presences;
        this.pairings = pairings;
    }

    @Get
    @Allowed(staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "getTerminal",
            summary = "Read a till",
            description = "A till, in use or retired; `ETag` names its version.")
    HttpResponse<TerminalResponse> get(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            Caller caller) {
        partners.refresh();
        Terminal terminal = premises.terminal(id(terminalId));
        require(StaffStores.maySee(caller, terminal.storeId()));
        return answer(terminal);
    }

    private static UUID id(String terminalId) {
        return PublicId.TERMINAL.parseOr(terminalId, ProblemCode.TERMINAL_NOT_FOUND);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
    }

    private HttpResponse<TerminalResponse> answer(Terminal terminal) {
        return HttpResponse.ok(TerminalResponse.of(terminal, presences.of(terminal)))
                .header(HttpHeaders.ETAG, terminal.version().tag());
    }

    @Put
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "changeTerminal",
            summary = "Change a till",
            description = "Renames a till, retires it or takes it back into use. Store managers do so in their own stores.")
    HttpResponse<TerminalResponse> change(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Body @Valid ChangeTerminalRequest terminal,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        UUID id = id(terminalId);
        require(StaffStores.mayManage(caller, premises.terminal(id).storeId()));
        return answer(premises.change(caller, id, terminal, Version.of(Optional.ofNullable(ifMatch))));
    }

    @Post("/pairing-codes")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "createPairingCode",
            summary = "Make a code to pair a till by",
            description = "A code to type at the till, which exchanges it for a credential of its own (`POST /pairings`). It works once, for"
                    + " fifteen minutes; a new one takes the place of the one before. What the till has goes on to work until it"
                    + " is paired. Store managers do so in their own stores.")
    PairingCodeResponse createPairingCode(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Body @Valid CreatePairingCodeRequest request,
            Caller caller) {
        UUID id = managed(terminalId, caller);
        return PairingCodeResponse.of(id, pairings.offer(caller, id, Optional.ofNullable(request.scopes())));
    }

    private UUID managed(String terminalId, Caller caller) {
        UUID id = id(terminalId);
        require(StaffStores.mayManage(caller, premises.terminal(id).storeId()));
        return id;
    }

    @Delete("/pairing")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "unpairTerminal",
            summary = "Unpair a till",
            description = "Takes the till's credential and a code that waits for it; tokens it has are refused within two seconds, and no"
                    + " other till is touched. Unpairing it again changes nothing. Store managers do so in their own stores.")
    void unpair(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            Caller caller) {
        pairings.unpair(caller, managed(terminalId, caller));
    }
}
