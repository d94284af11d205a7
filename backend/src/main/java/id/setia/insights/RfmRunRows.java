package id.setia.insights;

import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code rfm_run} and {@code rfm_cell}. */
@Singleton
class RfmRunRows {

    private static final String RUNNING = "running";
    private static final String DONE = "done";
    private static final String COLUMNS = """
            SELECT id, as_of, months, members, cuts, finished_at
            FROM rfm_run
            """;

    private final Transactions transactions;
    private final Json json;

    RfmRunRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Adds a run; its name must be new. */
    void add(RfmRun run, String name, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO rfm_run (id, name, as_of, months, state, members, cuts, started_at, finished_at)
                    VALUES (?, ?, ?, ?, ?, 0, ?, ?, NULL)""")) {
                insert.setBytes(1, UuidBytes.of(run.id()));
                insert.setString(2, name);
                insert.setObject(3, run.asOf());
                insert.setInt(4, run.months());
                insert.setString(5, RUNNING);
                insert.setString(6, json.write(run.cuts()));
                insert.setObject(7, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    boolean isKnown(String name) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM rfm_run WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    Optional<RfmRun> find(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setBytes(1, UuidBytes.of(id));
                return first(select);
            }
        });
    }

    /** The latest run that is done. */
    Optional<RfmRun> latest() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                    WHERE state = ?
                    ORDER BY id DESC
                    LIMIT 1""")) {
                select.setString(1, DONE);
                return first(select);
            }
        });
    }

    /** The run before that was seen. */
    Optional<UUID> before(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT MAX(id) AS id FROM rfm_run WHERE state = ? AND id < ?")) {
                select.setString(1, DONE);
                select.setBytes(2, UuidBytes.of(id));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.id(row, "id"));
                }
            }
        });
    }

    private Optional<RfmRun> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new RfmRun(
                            Sql.id(row, "id"),
                            row.getObject("as_of", LocalDate.class),
                            row.getInt("months"),
                            row.getLong("members"),
                            json.read(row.getString("cuts"), RfmCuts.class),
                            Optional.ofNullable(Sql.instant(row, "finished_at"))))
                    : Optional.empty();
        }
    }

    void cut(UUID id, long members, RfmCuts cuts) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE rfm_run
                    SET members = ?, cuts = ?
                    WHERE id = ?""")) {
                update.setLong(1, members);
                update.setString(2, json.write(cuts));
                update.setBytes(3, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
    }

    /** Lets a run be seen, with its cells. */
    void finish(UUID id, List<RfmCell> cells, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO rfm_cell (
                      run_id, recency, frequency, monetary, members, recency_days, purchases, spend)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (RfmCell cell : cells) {
                    insert.setBytes(1, UuidBytes.of(id));
                    insert.setInt(2, cell.recency());
                    insert.setInt(3, cell.frequency());
                    insert.setInt(4, cell.monetary());
                    insert.setLong(5, cell.members());
                    insert.setLong(6, cell.recencyDays());
                    insert.setLong(7, cell.purchases());
                    insert.setLong(8, cell.spend());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE rfm_run
                    SET state = ?, finished_at = ?
                    WHERE id = ?""")) {
                update.setString(1, DONE);
                update.setObject(2, Sql.time(now));
                update.setBytes(3, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
    }

    List<RfmCell> cells(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT recency, frequency, monetary, members, recency_days, purchases, spend
                    FROM rfm_cell
                    WHERE run_id = ?
                    ORDER BY recency DESC, frequency DESC, monetary DESC""")) {
                select.setBytes(1, UuidBytes.of(id));
                List<RfmCell> cells = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        cells.add(RfmMemberRows.cell(row));
                    }
                }
                return cells;
            }
        });
    }
}
