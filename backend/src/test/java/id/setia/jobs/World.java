package id.setia.jobs;

import id.setia.db.DatabaseAddress;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All rows of a deployment, kept in a schema beside it, so that the same can happen to them again and again. */
final class World {

    private static final String NAMES = "(SELECT member_id, MIN(value) AS name FROM member_identifier WHERE kind = 'external' GROUP BY member_id)";

    /** What is compared: members by the number under which they came, no ids or times that are made anew each night. */
    private static final Map<String, String> RESULTS = new LinkedHashMap<>();

    static {
        result("accounts", "n.name, x.available, x.pending, x.held, x.debt, x.last_seq, x.purchases, x.month_sums", "points_account x", true);
        result("transactions", "n.name, x.kind, x.last_seq, x.available_change, x.pending_change, x.available_after,"
                + " IF(x.kind IN ('expiry', 'release'), x.business_at, DATE(x.business_at))", "ledger_transaction x", true);
        result("entries", "n.name, x.seq, x.account, x.points, HEX(x.funder_id)", "ledger_entry x", true);
        result("lots", "n.name, x.points, x.first_state, DATE(x.earned_at), x.expires_at, x.releases_at, x.available, x.pending, x.held, x.lapsed, x.open", "points_lot x", true);
        result("movements", "n.name, x.state, x.points", "lot_movement x", true);
        result("standings", "n.name, x.effective_from, x.tier_code, x.cause, x.run_month", "standing x", true);
        result("tier moves", "n.name, x.month, x.from_code, x.to_code", "tier_move x", true);
        result("tier run", "x.month, x.state, x.raised, x.lowered, (SELECT SUM(evaluated) FROM tier_run_part)", "tier_run x", false);
        result("birthday run", "x.program_date, x.state, x.given", "birthday_run x", false);
        result("holds", "n.name, x.state, x.given_back", "points_hold x", true);
        result("scores", "n.name, x.last_purchase, x.purchases, x.spend", "rfm_member x", true);
        result("cells", "x.recency, x.frequency, x.monetary, x.members, x.recency_days, x.purchases, x.spend", "rfm_cell x", false);
        result("score run", "x.name, x.state, x.members, x.cuts", "rfm_run x", false);
        result("habits", "n.name, x.bought", "member_habit x", true);
        result("offer", "n.name, x.held_out", "offer_member x", true);
        result("purchases", "x.receipt_number, n.name, x.total, x.points, x.points_taken_back, x.refunded", "purchase x", true);
        result("refunds", "x.receipt_number, x.state", "refund x", false);
        result("members", "n.name, x.state, x.name, x.birth_date, x.language, DATE(x.joined_at)", "member x", true);
        result("events", "n.name, x.type, COUNT(*)", "outbox x", true);
        result("jobs", "x.kind, x.title, x.state, x.total, x.checkpoint, IF(x.kind IN ('rfm', 'rejudgement', 'rejudgement_trial', 'offer_members'), '', x.counts)", "job x", false);
        result("refusals", "x.file_row, x.code, x.content", "job_refusal x", false);
    }

    private final DatabaseAddress database;
    private final String schema;
    private final String kept;

    World(DatabaseAddress database) {
        this.database = database;
        this.schema = database.url().replaceFirst(".*/([^/?]+)\\?.*", "$1");
        this.kept = schema + "_kept";
    }

    private static void result(String what, String columns, String table, boolean ofMember) {
        String member = table.startsWith("member ") ? "x.id" : "x.member_id";
        RESULTS.put(what, "SELECT " + columns + " FROM " + table
                + (ofMember ? " LEFT JOIN " + NAMES + " n ON n.member_id = " + member : "")
                + (columns.contains("COUNT(*)") ? " GROUP BY n.name, x.type" : ""));
    }

    /** Keeps all rows as they are. */
    void keep() {
        on(statement -> {
            statement.execute("DROP DATABASE IF EXISTS " + kept);
            statement.execute("CREATE DATABASE " + kept);
            for (String table : tables(statement)) {
                statement.execute("CREATE TABLE " + kept + "." + table + " LIKE " + table);
                statement.execute("INSERT INTO " + kept + "." + table + " SELECT * FROM " + table);
            }
            return null;
        });
    }

    /** Puts all rows back as they were kept. */
    void restore() {
        on(statement -> {
            statement.getConnection().setAutoCommit(false);
            for (String table : tables(statement)) {
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO " + table + " SELECT * FROM " + kept + "." + table);
            }
            statement.getConnection().commit();
            return null;
        });
    }

    /** As if the time of every lease were over. */
    void endLeases() {
        on(statement -> {
            statement.execute("UPDATE job SET held_until = '2000-01-01' WHERE held_until IS NOT NULL");
            statement.execute("UPDATE tier_run_part SET held_until = '2000-01-01' WHERE done = 0");
            return statement.execute("UPDATE lease SET held_until = '2000-01-01'");
        });
    }

    /** Kinds and ids of the jobs that wait, the oldest first. */
    List<String> waitingJobs() {
        return on(statement -> rows(statement, "SELECT CONCAT(kind, ' ', HEX(id)) FROM job WHERE state = 'queued' ORDER BY id"));
    }

    List<UUID> members() {
        return on(statement -> rows(statement, "SELECT HEX(id) FROM member ORDER BY id")).stream()
                .map(hex -> ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
                .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()))
                .toList();
    }

    /** What came of everything, each result in an order of its own. */
    Map<String, List<String>> results() {
        return on(statement -> {
            Map<String, List<String>> results = new LinkedHashMap<>();
            for (Map.Entry<String, String> result : RESULTS.entrySet()) {
                results.put(result.getKey(), rows(statement, result.getValue()).stream().sorted().toList());
            }
            return results;
        });
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>(rows(statement, "SHOW TABLES"));
        tables.remove("flyway_schema_history");
        return tables;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(row.getString(column));
                }
                rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = database.forLongWork().connect();
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
    }
}
