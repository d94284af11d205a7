package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Limits on what may be guessed: an attempt is counted before it is made and given back when it was good. A limit ends by
 * itself, so nobody is locked out for good. Subjects are kept as keyed hashes.
 */
@Singleton
public class Attempts {

    private final Transactions transactions;
    private final SystemClock clock;
    private final Vault vault;

    Attempts(Transactions transactions, SystemClock clock, Vault vault) {
        this.transactions = transactions;
        this.clock = clock;
        this.vault = vault;
    }

    private record Counted(int attempts, Instant startedAt) {}

    /**
     * Counts one attempt of the subject.
     *
     * @throws Problem {@code too_many_attempts}, with the seconds until the next may be made
     */
    public void take(AttemptKind kind, String subject) {
        Instant now = clock.now();
        byte[] hash = vault.fingerprint("attempt", subject);
        Counted counted = transactions.write(connection -> {
            count(connection, kind, hash, now);
            return select(connection, kind, hash);
        });
        if (counted.attempts() > kind.most()) {
            Duration wait = Duration.between(now, counted.startedAt().plus(kind.window()));
            throw Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, Math.max(1, wait.toSeconds() + 1));
        }
    }

    /**
     * Counts an attempt and makes it. One that came to nothing because too much was going on is given back: it told nobody
     * anything, and who comes again as they were asked to is not locked out for it.
     *
     * @throws Problem {@code too_many_attempts}, and what the attempt throws
     */
    public <T> T take(AttemptKind kind, String subject, Supplier<T> attempt) {
        take(kind, subject);
        try {
            return attempt.get();
        } catch (RuntimeException failed) {
            if (!isAnswer(failed)) {
                giveBack(kind, subject);
            }
            throw failed;
        }
    }

    /** The same for an attempt with nothing to tell. */
    public void take(AttemptKind kind, String subject, Runnable attempt) {
        take(kind, subject, () -> {
            attempt.run();
            return subject;
        });
    }

    private static boolean isAnswer(RuntimeException failed) {
        return failed instanceof Problem problem && problem.code() != ProblemCode.TRY_AGAIN_LATER;
    }

    private static void count(Connection connection, AttemptKind kind, byte[] hash, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO attempt (kind, subject_hash, failures, started_at)
                VALUES (?, ?, 1, ?)
                ON DUPLICATE KEY UPDATE
                  failures = CASE WHEN started_at <= ? THEN 1 ELSE failures + 1 END,
                  started_at = CASE WHEN started_at <= ? THEN VALUES(started_at) ELSE started_at END""")) {
            upsert.setString(1, kind.value());
            upsert.setBytes(2, hash);
            upsert.setObject(3, Sql.time(now));
            upsert.setObject(4, Sql.time(now.minus(kind.window())));
            upsert.setObject(5, Sql.time(now.minus(kind.window())));
            upsert.executeUpdate();
        }
    }

    private static Counted select(Connection connection, AttemptKind kind, byte[] hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT failures, started_at
                FROM attempt
                WHERE kind = ? AND subject_hash = ?""")) {
            select.setString(1, kind.value());
            select.setBytes(2, hash);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Counted(row.getInt("failures"), Sql.instant(row, "started_at"));
            }
        }
    }

    /** Uncounts an attempt that was good. */
    public void giveBack(AttemptKind kind, String subject) {
        change("UPDATE attempt SET failures = failures - 1 WHERE kind = ? AND subject_hash = ? AND failures > 0", kind, subject);
    }

    /** Starts anew for a subject that proved itself. */
    public void forget(AttemptKind kind, String subject) {
        change("DELETE FROM attempt WHERE kind = ? AND subject_hash = ?", kind, subject);
    }

    private void change(String sql, AttemptKind kind, String subject) {
        byte[] hash = vault.fingerprint("attempt", subject);
        transactions.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, kind.value());
                statement.setBytes(2, hash);
                return statement.executeUpdate();
            }
        });
    }
}
