package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Epochs;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import id.setia.partners.Terminal;
import id.setia.partners.TerminalKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which tills send purchases and refunds in signed batches alone, as staff decided; known on every node within a second. */
@Singleton
class SignedMode {

    private static final String EPOCH = "signed_mode";

    private final TerminalKeys keys;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final Epochs epochs;
    private final Epochs.Cached<Map<UUID, Mode>> known;

    SignedMode(TerminalKeys keys, Transactions transactions, AuditTrail audit, BusinessClock clock, Epochs epochs) {
        this.keys = keys;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, this::all);
    }

    /** Whether a till signs, and the version of that decision. */
    record Mode(boolean signs, Version version) {

        private static final Mode NEVER_CHANGED = new Mode(false, new Version(0));
    }

    Mode of(UUID terminalId) {
        return known.get().getOrDefault(terminalId, Mode.NEVER_CHANGED);
    }

    /**
     * Lets a sale or refund through that comes outside a signed batch.
     *
     * @throws Problem {@code signed_batch_required} where its till signs
     */
    void requireUnsigned(Caller.ApiClient till) {
        till.terminalId().filter(terminal -> of(terminal).signs()).ifPresent(terminal -> {
            throw Problem.of(ProblemCode.SIGNED_BATCH_REQUIRED, PublicId.TERMINAL.format(terminal));
        });
    }

    /**
     * Decides whether a till signs from now on.
     *
     * @throws Problem {@code terminal_key_missing} when it should and has no key, {@code changed_meanwhile}
     */
    Mode change(Caller by, Terminal terminal, boolean signs, Version from) {
        if (signs && keys.current(terminal.id()).isEmpty()) {
            throw Problem.of(ProblemCode.TERMINAL_KEY_MISSING);
        }
        Mode changed = new Mode(signs, new Version(from.number() + 1));
        transactions.write(connection -> {
            transactions.afterCommit(known::forget);
            from.mustBe(lockedVersion(connection, terminal.id()));
            upsert(connection, terminal.id(), changed);
            epochs.advance(EPOCH);
            audit.record(by, "terminal.signing_changed", "terminal", terminal.id(), "signs", Boolean.toString(signs));
            return null;
        });
        return changed;
    }

    private static long lockedVersion(Connection connection, UUID terminalId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT version FROM signed_mode WHERE terminal_id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("version") : 0;
            }
        }
    }

    private void upsert(Connection connection, UUID terminalId, Mode mode) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO signed_mode (terminal_id, signs, version, changed_at)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  signs = VALUES(signs), version = VALUES(version), changed_at = VALUES(changed_at)""")) {
            upsert.setBytes(1, UuidBytes.of(terminalId));
            upsert.setBoolean(2, mode.signs());
            upsert.setLong(3, mode.version().number());
            upsert.setObject(4, Sql.time(clock.now()));
            upsert.executeUpdate();
        }
    }

    private Map<UUID, Mode> all() {
        return transactions.read(connection -> {
            Map<UUID, Mode> modes = new HashMap<>();
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT terminal_id, signs, version FROM signed_mode");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    modes.put(Sql.id(row, "terminal_id"), new Mode(row.getBoolean("signs"), new Version(row.getLong("version"))));
                }
            }
            return modes;
        });
    }
}
