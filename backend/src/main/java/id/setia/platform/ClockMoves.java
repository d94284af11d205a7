package id.setia.platform;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The steps that a sandbox's clock was asked for: one that was cut short is gone on with after the next start. */
@Singleton
class ClockMoves {

    private final Transactions transactions;

    ClockMoves(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(ClockMove move, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO clock_move (id, from_at, to_at, begun_at, finished_at)
                    VALUES (?, ?, ?, ?, NULL)""")) {
                insert.setBytes(1, UuidBytes.of(move.id()));
                insert.setObject(2, Sql.time(move.from()));
                insert.setObject(3, Sql.time(move.to()));
                insert.setObject(4, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    Optional<ClockMove> find(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, from_at, to_at, finished_at FROM clock_move WHERE id = ?")) {
                select.setBytes(1, UuidBytes.of(id));
                return first(select);
            }
        });
    }

    /** The earliest that is not at its end. */
    Optional<ClockMove> unfinished() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, from_at, to_at, finished_at
                    FROM clock_move
                    WHERE finished_at IS NULL
                    ORDER BY to_at, id
                    LIMIT 1""")) {
                return first(select);
            }
        });
    }

    /** The latest moment that was asked for. */
    Optional<Instant> furthest() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MAX(to_at) AS furthest FROM clock_move");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(Sql.instant(row, "furthest")) : Optional.empty();
            }
        });
    }

    private static Optional<ClockMove> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new ClockMove(
                            Sql.id(row, "id"),
                            Sql.instant(row, "from_at"),
                            Sql.instant(row, "to_at"),
                            Sql.instant(row, "finished_at") != null))
                    : Optional.empty();
        }
    }

    void finish(ClockMove move, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE clock_move SET finished_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(now));
                update.setBytes(2, UuidBytes.of(move.id()));
                return update.executeUpdate();
            }
        });
    }
}
