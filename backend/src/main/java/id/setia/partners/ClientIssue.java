package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door for what staff do with API clients: issue, change, give a new secret, revoke. */
@Singleton
class ClientIssue {

    static final int LONGEST_CHANGEOVER = 168;

    private static final int LONGEST_NAME = 120;

    /** What concerns the whole programme and no till. */
    private static final Set<Scope> NOT_FOR_TILLS = EnumSet.of(Scope.LEDGER_READ, Scope.IMPORTS_WRITE);

    private final ApiClients clients;
    private final Premises premises;
    private final PartnerDirectory directory;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    ClientIssue(
            ApiClients clients,
            Premises premises,
            PartnerDirectory directory,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.clients = clients;
        this.premises = premises;
        this.directory = directory;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those the caller may see: all of them, or those of the tills of their own stores. */
    List<ApiClient> list(Caller caller) {
        directory.refresh();
        return transactions.read(ApiClientRows::all).stream()
                .filter(client -> maySee(caller, client))
                .toList();
    }

    /** @throws Problem {@code api_client_not_found} also for one the caller may not see */
    ApiClient get(Caller caller, UUID id) {
        return transactions.read(connection -> ApiClientRows.find(connection, id))
                .filter(client -> maySee(caller, client))
                .orElseThrow(() -> Problem.of(ProblemCode.API_CLIENT_NOT_FOUND));
    }

    private boolean maySee(Caller caller, ApiClient client) {
        return client.terminalId()
                .flatMap(directory::terminal)
                .map(terminal -> StaffStores.maySee(caller, terminal.storeId()))
                .orElseGet(() -> StaffStores.seesAll(caller));
    }

    private void requireManager(Caller caller, Optional<UUID> terminalId) {
        boolean may = terminalId
                .flatMap(directory::terminal)
                .map(terminal -> StaffStores.mayManage(caller, terminal.storeId()))
                .orElseGet(() -> StaffStores.managesAll(caller));
        if (!may) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
    }

    /** Registers a client with its first secret, which is told this once. */
    IssuedClient issue(Caller by, CreateApiClientRequest request) {
        directory.refresh();
        Optional<Terminal> terminal = request.terminal().map(premises::terminal);
        Partner partner = premises.partner(
                terminal.map(till -> premises.store(till.storeId()).partnerId()).orElseGet(request::partner));
        requireManager(by, terminal.map(Terminal::id));
        Set<Scope> scopes = checked(request.name(), request.scopes(), terminal.isPresent());
        new Objections()
                .unless(partner.state() == PartnerState.ACTIVE, "/partnerId", "partner_ended")
                .refuse();
        return clients.create(
                by,
                PublicId.API_CLIENT.format(ids.next()),
                partner.id(),
                terminal.map(Terminal::id),
                TextLine.normal(request.name()),
                scopes);
    }

    private static Set<Scope> checked(String name, List<String> asked, boolean till) {
        Set<Scope> scopes = asked.stream()
                .flatMap(value -> Scope.of(value).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        String all = EnumSet.allOf(Scope.class).stream().map(Scope::value).collect(Collectors.joining(", "));
        new Objections()
                .add(TextLine.objection("/name", name, LONGEST_NAME))
                .unless(asked.stream().allMatch(value -> Scope.of(value).isPresent()), "/scopes", "value_unknown", all)
                .unless(!asked.isEmpty(), "/scopes", "scope_needed")
                .unless(
                        !till || scopes.stream().noneMatch(NOT_FOR_TILLS::contains),
                        "/scopes",
                        "scope_not_for_tills",
                        ApiClients.joined(NOT_FOR_TILLS))
                .refuse();
        return scopes;
    }

    /** Renames a client and says what it may do; tokens it has lose at once what it may no longer. */
    ApiClient change(Caller by, UUID id, ChangeApiClientRequest request, Version from) {
        ApiClient present = get(by, id);
        requireManager(by, present.terminalId());
        Set<Scope> scopes = checked(request.name(), request.scopes(), present.terminalId().isPresent());
        ApiClient changed = transactions.write(connection -> {
            from.mustBe(lockActive(connection, id).version().number());
            ApiClientRows.update(
                    connection, id, TextLine.normal(request.name()), scopes, new Version(from.number() + 1));
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    by, "api_client.changed", "api_client", id, "name", request.name(), "scopes", ApiClients.joined(scopes));
            return ApiClientRows.find(connection, id).orElseThrow();
        });
        directory.refresh();
        return changed;
    }

    private static ApiClient lockActive(Connection connection, UUID id) throws SQLException {
        return ApiClientRows.lock(connection, id)
                .filter(ApiClient::active)
                .orElseThrow(() -> Problem.of(ProblemCode.CLIENT_REVOKED));
    }

    /**
     * Gives a client a new secret, told this once. The one before works on for some hours, so that the change needs no
     * pause.
     *
     * @param hours 0 to {@value #LONGEST_CHANGEOVER}
     */
    IssuedClient renewSecret(Caller by, UUID id, int hours) {
        requireManager(by, get(by, id).terminalId());
        IssuedClient issued = transactions.write(connection -> {
            lockActive(connection, id);
            ApiClientRows.endSecrets(connection, id, clock.now().plus(Duration.ofHours(hours)));
            return clients.rotateSecret(by, id);
        });
        directory.refresh();
        return issued;
    }

    /** Ends a client for good; its tokens are refused within two seconds on every node. */
    ApiClient revoke(Caller by, UUID id) {
        ApiClient present = get(by, id);
        requireManager(by, present.terminalId());
        if (present.active()) {
            clients.revoke(by, id);
        }
        return get(by, id);
    }
}
