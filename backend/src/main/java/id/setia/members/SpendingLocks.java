package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Five wrong proofs within a quarter of an hour lock spending, not earning, for as long, and the member is told. */
@Singleton
class SpendingLocks {

    private static final int MOST = 5;
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SHORTEST_LOOK_NANOS = 10_000_000;
    private static final long LONGEST_LOOK_NANOS = 50_000_000;

    private final MemberNews news;
    private final Transactions transactions;
    private final SystemClock clock;

    SpendingLocks(MemberNews news, Transactions transactions, SystemClock clock) {
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Row(int failures, Instant since, Optional<Instant> lockedUntil) {}

    /**
     * Members of whom wrong proofs are counted, each with the end of the lock there is on them by now; known once the sheaf
     * is read.
     */
    Map<UUID, Optional<Instant>> counted(Collection<UUID> members, Sheaf sheaf) {
        Map<UUID, Optional<Instant>> counted = new HashMap<>();
        if (!members.isEmpty()) {
            Instant now = clock.now();
            List<UUID> ids = Sql.padded(members);
            SheafPart part = new SheafPart(
                    "spending_lock WHERE member_id IN " + Sql.places(ids),
                    List.of("member_id"), List.of(), List.of(), List.of("locked_until"));
            sheaf.add(part, ids, row -> counted.put(
                    row.id("member_id"),
                    Optional.ofNullable(row.instant("locked_until")).filter(until -> until.isAfter(now))));
        }
        return counted;
    }

    /** Until when spending is locked; empty when it is not. */
    Optional<Instant> lockedUntil(UUID memberId) {
        return transactions.read(connection -> select(connection, memberId, ""))
                .flatMap(Row::lockedUntil)
                .filter(until -> until.isAfter(clock.now()));
    }

    /** @throws Problem {@code spending_locked}, with the seconds until it ends */
    void refuse(UUID memberId) {
        lockedUntil(memberId).ifPresent(until -> {
            throw refusal(until);
        });
    }

    /** The same for one whose lock may have ended by now. */
    Problem refusal(UUID memberId) {
        return refusal(lockedUntil(memberId).orElseGet(clock::now));
    }

    Problem refusal(Instant until) {
        return Problem.of(ProblemCode.SPENDING_LOCKED, Duration.between(clock.now(), until).toSeconds() + 1);
    }

    /**
     * Counts a try before it is known whether it fails, to be given back when it does not; so that of many at once no more are
     * let in than may fail. Waits while those under way leave none.
     *
     * @return false when there is none for the lock
     * @throws Problem {@code try_again_later} when there is none for 20 seconds
     */
    boolean takeTry(UUID memberId) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            if (countTry(memberId)) {
                return true;
            }
            Optional<Row> known = transactions.read(connection -> select(connection, memberId, ""));
            if (known.isEmpty() && countFirstTry(memberId)) {
                return true;
            }
            if (known.flatMap(Row::lockedUntil).filter(until -> until.isAfter(clock.now())).isPresent()) {
                return false;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_LOOK_NANOS, LONGEST_LOOK_NANOS));
        }
        throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
    }

    private boolean countTry(UUID memberId) {
        Instant now = clock.now();
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE spending_lock
                    SET failures = CASE WHEN since > ? THEN failures + 1 ELSE 1 END,
                      since = CASE WHEN since > ? THEN since ELSE ? END
                    WHERE member_id = ? AND (locked_until IS NULL OR locked_until <= ?) AND (failures < ? OR since <= ?)""")) {
                update.setObject(1, Sql.time(now.minus(LONG)));
                update.setObject(2, Sql.time(now.minus(LONG)));
                update.setObject(3, Sql.time(now));
                update.setBytes(4, UuidBytes.of(memberId));
                update.setObject(5, Sql.time(now));
                update.setInt(6, MOST);
                update.setObject(7, Sql.time(now.minus(LONG)));
                return update.executeUpdate() == 1;
            }
        });
    }

    private boolean countFirstTry(UUID memberId) {
        try {
            return transactions.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO spending_lock (member_id, failures, since, locked_until)
                        VALUES (?, 1, ?, NULL)""")) {
                    insert.setBytes(1, UuidBytes.of(memberId));
                    insert.setObject(2, Sql.time(clock.now()));
                    return insert.executeUpdate() == 1;
                }
            });
        } catch (RuntimeException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    /** A try that did not fail counts for nothing. */
    void giveTryBack(UUID memberId) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE spending_lock
                    SET failures = failures - 1
                    WHERE member_id = ? AND failures > 0""")) {
                update.setBytes(1, UuidBytes.of(memberId));
                return update.executeUpdate();
            }
        });
    }

    /** A try that was counted has failed; tells how many more there may be before the lock, 0 when it is locked now. */
    int tryFailed(UUID memberId) {
        Instant now = clock.now();
        return transactions.write(connection -> {
            Row known = select(connection, memberId, " FOR UPDATE").orElse(new Row(0, now, Optional.empty()));
            if (known.lockedUntil().filter(until -> until.isAfter(now)).isPresent()) {
                return 0;
            }
            if (known.failures() < MOST) {
                return MOST - known.failures();
            }
            lock(connection, memberId, now);
            return 0;
        });
    }

    private void lock(Connection connection, UUID memberId, Instant now) throws SQLException {
        put(connection, memberId, new Row(0, now, Optional.of(now.plus(LONG))));
        news.tell(memberId, "member.spending_locked", Map.of("lockedUntil", now.plus(LONG).toString()));
    }

    /** Counts a wrong proof; tells how many more there may be before the lock, 0 when it is locked now. */
    int countFailure(UUID memberId) {
        Instant now = clock.now();
        return transactions.write(connection -> {
            Row known = select(connection, memberId, " FOR UPDATE")
                    .filter(row -> row.since().isAfter(now.minus(LONG)))
                    .orElse(new Row(0, now, Optional.empty()));
            if (known.failures() + 1 < MOST) {
                put(connection, memberId, new Row(known.failures() + 1, known.since(), known.lockedUntil()));
            } else {
                lock(connection, memberId, now);
            }
            return MOST - known.failures() - 1;
        });
    }

    /** Of two locks the later one holds for the survivor. */
    static void merge(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        Optional<Row> leaving = select(connection, memberId, " FOR UPDATE");
        Row staying = select(connection, survivorId, " FOR UPDATE")
                .orElseGet(() -> new Row(0, leaving.map(Row::since).orElse(Instant.EPOCH), Optional.empty()));
        Optional<Instant> later = leaving.flatMap(Row::lockedUntil)
                .filter(until -> staying.lockedUntil().filter(own -> !own.isBefore(until)).isEmpty());
        if (later.isPresent()) {
            put(connection, survivorId, new Row(staying.failures(), staying.since(), later));
        }
        forgetLock(connection, memberId);
    }

    void forget(Connection connection, UUID memberId) throws SQLException {
        forgetLock(connection, memberId);
    }

    private static void forgetLock(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM spending_lock WHERE member_id = ?")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }

    private static Optional<Row> select(Connection connection, UUID memberId, String ending) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT failures, since, locked_until FROM spending_lock WHERE member_id = ?" + ending)) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getInt("failures"),
                                Sql.instant(row, "since"),
                                Optional.ofNullable(Sql.instant(row, "locked_until"))))
                        : Optional.empty();
            }
        }
    }

    private static void put(Connection connection, UUID memberId, Row row) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO spending_lock (member_id, failures, since, locked_until)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  failures = VALUES(failures), since = VALUES(since), locked_until = VALUES(locked_until)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setInt(2, row.failures());
            upsert.setObject(3, Sql.time(row.since()));
            upsert.setObject(4, Sql.time(row.lockedUntil().orElse(null)));
            upsert.executeUpdate();
        }
    }
}
