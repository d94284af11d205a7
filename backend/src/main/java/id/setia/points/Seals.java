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
     * @param after the last seal it did not look at
     * @param sealNumber the seal it reached
     * @param violations how many rows broke a promise
     */
    public record Proven(long after, long sealNumber, Instant checkedAt, boolean holds, long violations) {}

    /** Seals and proves what is new since the last seal, as far as no other node is at it. */
    public void seal() {
        sealer.seal().ifPresent(last -> {
            files.write(last);
            long before = ofMinute().map(Proven::sealNumber).orElse(0L);
            if (last.number() > before) {
                keep(NEW, before, last.number(), transactions.read(connection -> SealRows.violationsAfter(connection, before)));
            }
        });
    }

    /** Keeps the result of a whole proof. */
    public void keepFull(long sealNumber, long violations) {
        keep(FULL, 0, sealNumber, violations);
    }

    private void keep(String kind, long after, long sealNumber, long violations) {
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
                upsert.setString(5, violations + " " + after);
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

    /** What the latest proof of the minute found of what was new by then. */
    public Optional<Proven> ofMinute() {
        return transactions.read(connection -> kept(connection, NEW));
    }

    /**
     * What earlier proofs of the minute found, of everything sealed before the latest one; nothing where all of it held.
     *
     * @return with the last seal that covers any, and when that was made
     */
    public Optional<Proven> ofEarlierMinutes() {
        return transactions.read(connection -> {
            Optional<Proven> latest = kept(connection, NEW);
            return latest.isEmpty() ? Optional.empty() : SealRows.violationsUpTo(connection, latest.get().after());
        });
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
                return row.next() ? Optional.of(proven(row)) : Optional.empty();
            }
        }
    }

    /** The content is the violations and the seal before; it was the violations alone, of all seals, once. */
    private static Proven proven(ResultSet row) throws SQLException {
        String[] content = row.getString("content").split(" ");
        return new Proven(
                content.length > 1 ? Long.parseLong(content[1]) : 0,
                row.getLong("seal_number"),
                Sql.instant(row, "checked_at"),
                row.getBoolean("holds"),
                Long.parseLong(content[0]));
    }
}
