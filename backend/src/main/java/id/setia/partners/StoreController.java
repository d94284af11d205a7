package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stores and their tills over HTTP. */
@Controller("/api/v1/stores")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Stores")
class StoreController {

    private final PartnerDirectory partners;
    private final Premises premises;
    private final TerminalPresences presences;

    StoreController(PartnerDirectory partners, Premises premises, TerminalPresences presences) {
        this.partners = partners;
        this.premises = premises;
        this.presences = presences;
    }

    /** Lists stores. */
    @Get
    @Allowed(
            member = true,
            scopes = {Scope.PURCHASES_READ, Scope.PURCHASES_WRITE},
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listStores",
            summary = "List stores",
            description = "The stores by name: all of them for staff and members, their own partner's for tills and partners.")
    StoreListResponse list(
            @Nullable
                    @QueryValue
                    @Parameter(description = "Whether closed stores are wanted too.", example = "false")
                    Boolean closed,
            Caller caller) {
        partners.refresh();
        return new StoreListResponse(partners.stores().stream()
                .filter(store -> store.state() == StoreState.OPEN || Boolean.TRUE.equals(closed))
                .filter(store -> maySee(caller, store))
                .sorted(Comparator.comparing(Store::name))
                .map(this::response)
                .toList());
    }

    private static boolean maySee(Caller caller, Store store) {
        return !(caller instanceof Caller.ApiClient client) || client.partnerId().equals(store.partnerId());
    }

    private StoreResponse response(Store store) {
        return StoreResponse.of(
                store, partners.partner(store.partnerId()).filter(Partner::owner).isPresent());
    }

    @Get("/{storeId}")
    @Allowed(
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getStore",
            summary = "Read a store",
            description = "A store, open or closed; `ETag` names its version.")
    HttpResponse<StoreResponse> get(
            @Parameter(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId) {
        partners.refresh();
        return answer(premises.store(id(storeId)));
    }

    private HttpResponse<StoreResponse> answer(Store store) {
        return HttpResponse.ok(response(store)).header(HttpHeaders.ETAG, store.version().tag());
    }

    private static UUID id(String storeId) {
        return PublicId.STORE.parseOr(storeId, ProblemCode.STORE_NOT_FOUND);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "createStore",
            summary = "Open a store",
            description = "Opens a store of a partner. Its code is unique among the partner's stores and never changes.")
    StoreResponse create(@Body @Valid CreateStoreRequest store, Caller caller) {
        return response(premises.createStore(caller, store));
    }

    @Put("/{storeId}")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeStore",
            summary = "Change a store",
            description = "Changes a store, closes it or opens it again. Tills of a closed store get no new tokens (`store_closed`); what they still hold is not lost: open the store again, or post it by the partner's system or a file.")
    HttpResponse<StoreResponse> change(
            @Parameter(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
            @Body @Valid ChangeStoreRequest store,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answer(premises.change(caller, id(storeId), store, Version.of(Optional.ofNullable(ifMatch))));
    }

    @Get("/{storeId}/terminals")
    @Allowed(staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listTerminals",
            summary = "List the tills of a store",
            description = "The tills of a store by number, retired ones too. Store managers see those of their own stores.")
    TerminalListResponse terminals(
            @Parameter(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
            Caller caller) {
        partners.refresh();
        Store store = premises.store(id(storeId));
        require(StaffStores.maySee(caller, store.id()));
        List<Terminal> terminals = partners.terminals().stream()
                .filter(terminal -> terminal.storeId().equals(store.id()))
                .sorted(Comparator.comparing(Terminal::code))
                .toList();
        Map<UUID, TerminalPresence> present = presences.of(terminals);
        return new TerminalListResponse(terminals.stream()
                .map(terminal -> TerminalResponse.of(terminal, present.get(terminal.id())))
                .toList());
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
    }

    @Post("/{storeId}/terminals")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "createTerminal",
            summary = "Set up a till",
            description = "Sets up a till in a store; to send anything it is paired by a code (`/terminals/{terminalId}/pairing-codes`). Store managers do so in their own stores.")
    TerminalResponse createTerminal(
            @Parameter(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
            @Body @Valid CreateTerminalRequest terminal,
            Caller caller) {
        UUID store = id(storeId);
        require(StaffStores.mayManage(caller, store));
        return TerminalResponse.of(premises.createTerminal(caller, store, terminal), TerminalPresence.NONE);
    }
}
