package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.ClientSecrets;
import id.setia.access.Scope;
import id.setia.access.Vault;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * The door by which tills get and lose their credentials: a code made by staff and typed at the till once. Whatever is done
 * about one till is done one after the other, by the lock of its row.
 */
@Singleton
class Pairings {

    static final Duration CODE_LIVES = Duration.ofMinutes(15);

    private static final Caller NOBODY = new Caller.Stranger();
    private static final int LONGEST_NAME = 120;
    private static final int TRIES = 5;

    private final PartnerDirectory directory;
    private final ApiClients clients;
    private final TerminalKeys keys;
    private final AuditTrail audit;
    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    Pairings(
            PartnerDirectory directory,
            ApiClients clients,
            TerminalKeys keys,
            AuditTrail audit,
            Vault vault,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.directory = directory;
        this.clients = clients;
        this.keys = keys;
        this.audit = audit;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a till got.
     *
     * @param keyNumber number of the key it registered to sign by
     */
    record Paired(Terminal terminal, Store store, IssuedClient client, Set<Scope> scopes, OptionalInt keyNumber) {}

    /**
     * Makes the code a till is paired by; one that waits for it is of no use any more.
     *
     * @throws Problem {@code terminal_retired}, {@code store_closed}, {@code partner_not_active}
     */
    PairingCode.Offered offer(Caller by, UUID terminalId, Optional<List<String>> asked) {
        Set<Scope> scopes = asked.map(wanted -> ClientScopes.checked(new Objections(), wanted, true))
                .orElse(ClientScopes.OF_A_TILL);
        requireInUse(terminal(terminalId));
        for (int attempt = 1; ; attempt++) {
            try {
                return offer(by, terminalId, scopes);
            } catch (RuntimeException error) {
                if (attempt == TRIES || !Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }

    private PairingCode.Offered offer(Caller by, UUID terminalId, Set<Scope> scopes) {
        PairingCode code = PairingCode.make();
        Instant now = clock.now();
        Instant end = now.plus(CODE_LIVES);
        return transactions.write(connection -> {
            PremisesRows.lockTerminal(connection, terminalId);
            PairingRows.delete(connection, terminalId);
            PairingRows.insert(connection, new PairingRows.Row(terminalId, scopes, end), hash(code), now);
            audit.record(
                    by, "terminal.pairing_code_created", "terminal", terminalId, "scopes", ApiClients.joined(scopes));
            return new PairingCode.Offered(code, end);
        });
    }

    private byte[] hash(PairingCode code) {
        return vault.fingerprint("pairing-code", code.text());
    }

    private Terminal terminal(UUID terminalId) {
        return directory.terminal(terminalId).orElseThrow(() -> Problem.of(ProblemCode.TERMINAL_NOT_FOUND));
    }

    private Store requireInUse(Terminal terminal) {
        Store store = directory.store(terminal.storeId()).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        if (terminal.state() == TerminalState.RETIRED) {
            throw Problem.of(ProblemCode.TERMINAL_RETIRED);
        }
        if (store.state() == StoreState.CLOSED) {
            throw Problem.of(ProblemCode.STORE_CLOSED);
        }
        if (directory.partner(store.partnerId()).filter(partner -> partner.state() != PartnerState.ENDED).isEmpty()) {
            throw Problem.of(ProblemCode.PARTNER_NOT_ACTIVE);
        }
        return store;
    }

    /**
     * Exchanges a code for a credential, which takes the place of those the till had.
     *
     * @param signingKey raw Ed25519 key by which the till will sign what it sends later
     * @throws Problem {@code pairing_code_invalid} for a code that is unknown, used or over
     */
    Paired pair(PairingCode code, Optional<byte[]> signingKey) {
        directory.refresh();
        byte[] hash = hash(code);
        Paired paired = transactions.write(connection -> {
            UUID terminalId = PairingRows.find(connection, hash).orElseThrow(Pairings::invalid).terminalId();
            PremisesRows.lockTerminal(connection, terminalId);
            PairingRows.Row row = PairingRows.find(connection, hash)
                    .filter(waiting -> clock.now().isBefore(waiting.expiresAt()))
                    .orElseThrow(Pairings::invalid);
            Terminal terminal = terminal(terminalId);
            Store store = requireInUse(terminal);
            PairingRows.delete(connection, terminalId);
            return exchange(connection, terminal, store, row.scopes(), signingKey);
        });
        directory.refresh();
        return paired;
    }

    private static Problem invalid() {
        return Problem.of(ProblemCode.PAIRING_CODE_INVALID);
    }

    private Paired exchange(
            Connection connection, Terminal terminal, Store store, Set<Scope> scopes, Optional<byte[]> signingKey)
            throws SQLException {
        Instant now = clock.now();
        List<AuditTrail.Entry> ended = endCredentials(connection, NOBODY, terminal.id(), now);
        OptionalInt keyNumber = signingKey.isPresent()
                ? OptionalInt.of(keys.insert(connection, terminal.id(), signingKey.get(), now))
                : OptionalInt.empty();
        IssuedClient client = clients.create(
                NOBODY,
                PublicId.API_CLIENT.format(ids.next()),
                store.partnerId(),
                Optional.of(terminal.id()),
                name(terminal, store),
                scopes,
                ClientSecrets.make());
        audit.record(ended);
        audit.record(
                NOBODY, "terminal.paired", "terminal", terminal.id(),
                "clientId", PublicId.API_CLIENT.format(client.id()),
                "signingKey", String.valueOf(keyNumber.orElse(0)));
        return new Paired(terminal, store, client, scopes, keyNumber);
    }

    private List<AuditTrail.Entry> endCredentials(Connection connection, Caller by, UUID terminalId, Instant now)
            throws SQLException {
        List<AuditTrail.Entry> entries = new ArrayList<>();
        for (UUID clientId : ApiClientRows.activeOf(connection, terminalId)) {
            entries.add(AuditTrail.entry(by, "api_client.revoked", "api_client", clientId));
        }
        ApiClientRows.revokeAllOf(connection, terminalId, now);
        keys.retire(connection, terminalId, now);
        return entries;
    }

    private static String name(Terminal terminal, Store store) {
        String name = store.name() + " / " + terminal.code() + (terminal.name().isEmpty() ? "" : " / " + terminal.name());
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    /** Takes a till's credentials and the code that waits for it; tokens it has are refused within two seconds everywhere. */
    void unpair(Caller by, UUID terminalId) {
        transactions.write(connection -> {
            PremisesRows.lockTerminal(connection, terminalId);
            boolean waited = PairingRows.delete(connection, terminalId);
            List<AuditTrail.Entry> entries = endCredentials(connection, by, terminalId, clock.now());
            if (waited || !entries.isEmpty()) {
                entries.add(AuditTrail.entry(by, "terminal.unpaired", "terminal", terminalId));
                DirectoryRows.moveEpoch(connection);
                audit.record(entries);
            }
            return null;
        });
        directory.refresh();
    }
}
