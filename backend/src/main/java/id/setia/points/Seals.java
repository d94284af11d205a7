package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The door to the seal: sealing what is new, proving it on the way, and what the proofs so far have found. */
@Singleton
public class Seals {

    private static final String NEW = "new";
    private static final String FULL = "full";

    private final Sealer sealer;
    private final SealCheck check;
    private final SealFiles files;
    private final Transactions transactions;
    private final SystemClock clock;

    Seals(Sealer sealer, SealCheck check, SealFiles files, Transactions transactions, SystemClock clock) {
        this.sealer = sealer;
        this.check = check;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a proof found.
     *
     * @param sealNumber the seal it reached
     * @param violations how many rows broke a promise
     */
    public record Proven(long sealNumber, Instant checkedAt, boolean holds, long violations) {}

    /** Seals and proves what is new since the last seal, as far as no other node is at it. */
    public void seal() {
        sealer.seal().ifPresent(last -> {
            files.write(last);
            long violations = transactions.read(connection -> SealRows.violationsAfter(connection, 0));
            keep(NEW, last.number(), violations);
        });
    }

    /** Keeps the result of a whole proof. */
    public void keepFull(long sealNumber, long violations) {
        keep(FULL, sealNumber, violations);
    }

    private void keep(String kind, long sealNumber, long violations) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO ledger_proof (kind, seal_number, checked_at, holds, content)
                    VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      seal_number = VALUES(seal_number), checked_at = VALUES(checked_at), holds = VALUES(holds),
                      content = VALUES(content)""")) {
                upsert.setString(1, kind);
                upsert.setLong(2, sealNumber);
                upsert.setObject(3, Sql.time(clock.now()));
                upsert.setBoolean(4, violations == 0);
                upsert.setString(5, Long.toString(violations));
                return upsert.executeUpdate();
            }
        });
    }

    /** How old the last seal is, without reading what it covers. */
    public SealState age() {
        return check.age();
    }

    /** What the files of the days say, by the numbers of the seals; to be read before the moment that is checked. */
    public Map<Long, String> told() {
        return files.codes();
    }

    /** Reads everything that is sealed again, and compares it with what the files said before. */
    public SealState check(Map<Long, String> told) {
        return check.check(told);
    }

    /** The same, as everything stands now. */
    public SealState check() {
        return check(told());
    }

    /** What the proof of the minute found of everything sealed so far. */
    public Optional<Proven> ofMinute() {
        return transactions.read(connection -> kept(connection, NEW));
    }

    /** What the last whole proof found. */
    public Optional<Proven> ofWhole() {
        return transactions.read(connection -> kept(connection, FULL));
    }

    private static Optional<Proven> kept(Connection connection, String kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT seal_number, checked_at, holds, content FROM ledger_proof WHERE kind = ?")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Proven(
                                row.getLong("seal_number"),
                                Sql.instant(row, "checked_at"),
                                row.getBoolean("holds"),
                                Long.parseLong(row.getString("content"))))
                        : Optional.empty();
            }
        }
    }
}
