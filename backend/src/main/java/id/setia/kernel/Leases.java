package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who does background work of which at most one node may do at a time. A lease is taken by compare-and-set and has an
 * epoch; each chunk of the work renews it in its own transaction and so writes nothing once another has taken over.
 */
@Singleton
public class Leases {

    private record Row(UUID owner, long epoch, Instant heldUntil) {}

    private final Transactions transactions;
    private final SystemClock clock;

    Leases(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the lease when nobody holds it or its holder's time is over. */
    public Optional<Lease> take(String name, UUID owner, Duration time) {
        return transactions.write(connection -> {
            Optional<Row> row = read(connection, name);
            if (row.isEmpty()) {
                return insert(connection, name, owner, time);
            }
            Instant now = clock.now();
            return row.get().heldUntil().isAfter(now)
                    ? Optional.empty()
                    : takeOver(connection, name, row.get().epoch(), owner, now.plus(time));
        });
    }

    private static Optional<Row> read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT owner, epoch, held_until
                FROM lease
                WHERE name = ?""")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(Sql.id(row, "owner"), row.getLong("epoch"), Sql.instant(row, "held_until")))
                        : Optional.empty();
            }
        }
    }

    private Optional<Lease> insert(Connection connection, String name, UUID owner, Duration time) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO lease (name, owner, epoch, held_until)
                VALUES (?, ?, 1, ?)""")) {
            insert.setString(1, name);
            insert.setBytes(2, UuidBytes.of(owner));
            insert.setObject(3, Sql.time(clock.now().plus(time)));
            insert.executeUpdate();
            return Optional.of(new Lease(name, 1));
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return Optional.empty();
            }
            throw error;
        }
    }

    private static Optional<Lease> takeOver(Connection connection, String name, long epoch, UUID owner, Instant until)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE lease
                SET owner = ?, epoch = ?, held_until = ?
                WHERE name = ? AND epoch = ?""")) {
            update.setBytes(1, UuidBytes.of(owner));
            update.setLong(2, epoch + 1);
            update.setObject(3, Sql.time(until));
            update.setString(4, name);
            update.setLong(5, epoch);
            return update.executeUpdate() == 1 ? Optional.of(new Lease(name, epoch + 1)) : Optional.empty();
        }
    }

    /**
     * Holds the lease for longer; the first statement of each chunk's transaction.
     *
     * @throws LeaseLost when another has it
     */
    public void renew(Connection connection, Lease lease, Duration time) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE lease
                SET held_until = ?
                WHERE name = ? AND epoch = ?""")) {
            update.setObject(1, Sql.time(clock.now().plus(time)));
            update.setString(2, lease.name());
            update.setLong(3, lease.epoch());
            if (update.executeUpdate() == 0) {
                throw new LeaseLost(lease);
            }
        }
    }

    /** Gives the lease back, so that another need not wait for its end. */
    public void release(Lease lease) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE lease
                    SET held_until = ?
                    WHERE name = ? AND epoch = ?""")) {
                update.setObject(1, Sql.time(clock.now()));
                update.setString(2, lease.name());
                update.setLong(3, lease.epoch());
                return update.executeUpdate();
            }
        });
    }
}
