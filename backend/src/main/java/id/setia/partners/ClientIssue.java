package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.ClientSecrets;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for what staff do with API clients: issue, change, give a new secret, revoke. */
@Singleton
class ClientIssue {

    static final int LONGEST_CHANGEOVER = 168;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(59);

    private static final int LONGEST_NAME = 120;

    private final ApiClients clients;
    private final ClientUses uses;
    private final Premises premises;
    private final PartnerDirectory directory;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    ClientIssue(
            ApiClients clients,
            ClientUses uses,
            Premises premises,
            PartnerDirectory directory,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.clients = clients;
        this.uses = uses;
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
        uses.write();
        return transactions.read(ApiClientRows::all).stream()
                .filter(client -> maySee(caller, client))
                .toList();
    }

    /** @throws Problem {@code api_client_not_found} also for one the caller may not see */
    ApiClient get(Caller caller, UUID id) {
        uses.write();
        return find(caller, id);
    }

    private ApiClient find(Caller caller, UUID id) {
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
        Optional<Instant> ends = Optional.ofNullable(request.secretExpiresAt());
        new Objections()
                .unless(partner.state() == PartnerState.ACTIVE, "/partnerId", "partner_ended")
                .unless(isLater(ends), "/secretExpiresAt", "secret_ends_too_soon")
                .refuse();
        return clients.create(
                by,
                PublicId.API_CLIENT.format(ids.next()),
                partner.id(),
                terminal.map(Terminal::id),
                TextLine.normal(request.name()),
                scopes,
                ClientSecrets.make(),
                ends);
    }

    /** Time enough to put it where it belongs. */
    private boolean isLater(Optional<Instant> end) {
        return end.map(moment -> moment.isAfter(clock.now().plus(SHORTEST_LIFE))).orElse(true);
    }

    private static Set<Scope> checked(String name, List<String> asked, boolean till) {
        Objections objections = new Objections().add(TextLine.objection("/name", name, LONGEST_NAME));
        return ClientScopes.checked(objections, asked, till);
    }

    /** Renames a client and says what it may do; tokens it has lose at once what it may no longer. */
    ApiClient change(Caller by, UUID id, ChangeApiClientRequest request, Version from) {
        ApiClient present = find(by, id);
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
     * @param ends when the new one ends by itself
     */
    IssuedClient renewSecret(Caller by, UUID id, int hours, Optional<Instant> ends) {
        requireManager(by, find(by, id).terminalId());
        new Objections().unless(isLater(ends), "/expiresAt", "secret_ends_too_soon").refuse();
        IssuedClient issued = transactions.write(connection -> {
            lockActive(connection, id);
            ApiClientRows.endSecrets(connection, id, clock.now().plus(Duration.ofHours(hours)));
            return clients.rotateSecret(by, id, ends);
        });
        directory.refresh();
        return issued;
    }

    /**
     * Ends one secret by itself; tokens that were given for it are refused within two seconds on every node.
     *
     * @throws Problem {@code api_client_secret_not_found} also for one that has ended
     */
    ApiClient endSecret(Caller by, UUID id, String secretId) {
        requireManager(by, find(by, id).terminalId());
        ApiClient changed = transactions.write(connection -> {
            ApiClient.Secret secret = lockActive(connection, id).secrets().stream()
                    .filter(known -> known.id().equals(secretId) && known.lives(clock.now()))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemCode.API_CLIENT_SECRET_NOT_FOUND));
            ApiClientRows.deleteSecret(connection, id, secret.hash());
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "api_client.secret_ended", "api_client", id, "secretId", secretId);
            return ApiClientRows.find(connection, id).orElseThrow();
        });
        directory.refresh();
        return changed;
    }

    /** Ends a client for good; its tokens are refused within two seconds on every node. */
    ApiClient revoke(Caller by, UUID id) {
        ApiClient present = find(by, id);
        requireManager(by, present.terminalId());
        if (present.active()) {
            clients.revoke(by, id);
        }
        return find(by, id);
    }
}
