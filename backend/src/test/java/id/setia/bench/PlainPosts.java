package id.setia.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the rows of purchases cost by themselves: plain JDBC on one connection writes the very rows that the product writes
 * for such receipts, into tables alike in a schema beside, of members alike. Nothing is read, checked or judged.
 */
final class PlainPosts implements AutoCloseable {

    private static final String SCHEMA = "setia_baseline";

    private final Connection connection;
    private final List<Footprint> footprints;
    private final List<byte[]> members = new ArrayList<>();
    private final List<Long> lastSeqs = new ArrayList<>();
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private final Random random = new Random(7);
    private long posted;

    private PlainPosts(Connection connection, List<Footprint> footprints) {
        this.connection = connection;
        this.footprints = footprints;
    }

    /** Makes the schema anew, with the rows of the first members that postings change. */
    static PlainPosts open(DatabaseAddress product, List<Footprint> footprints, UUID lastMember) throws SQLException {
        DatabaseAddress address = schema(product);
        try (Connection connection = Connections.patient(address); Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            statement.execute("CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException absent) {
            try (Connection connection = product.connect(); Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            }
        }
        Migrations.migrate(address);
        Connection connection = Connections.patient(address);
        PlainPosts posts = new PlainPosts(connection, footprints);
        Set<String> changed = footprints.stream()
                .flatMap(footprint -> footprint.changed().keySet().stream())
                .map(Rows.Table::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String table : changed) {
            try (PreparedStatement copy = connection.prepareStatement(
                    "INSERT INTO " + table + " SELECT * FROM setia." + table + " WHERE member_id <= ?")) {
                copy.setBytes(1, UuidBytes.of(lastMember));
                copy.executeUpdate();
            }
        }
        posts.readMembers();
        connection.setAutoCommit(false);
        return posts;
    }

    private static DatabaseAddress schema(DatabaseAddress product) {
        return new DatabaseAddress(
                product.url().replaceFirst("(jdbc:mysql://[^/]+/)[^?]+", "$1" + SCHEMA), product.user(), product.password());
    }

    private void readMembers() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT member_id, last_seq FROM points_account ORDER BY member_id LIMIT " + Baselines.MEMBERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                members.add(row.getBytes(1));
                lastSeqs.add(row.getLong(2));
            }
        }
    }

    private Footprint.Posting next(Footprint footprint) {
        int member = random.nextInt(members.size());
        UUID[] ids = new UUID[footprint.ids()];
        for (int place = 0; place < ids.length; place++) {
            ids[place] = UuidCreator.getTimeOrderedEpochPlus1();
        }
        Footprint.Posting posting =
                new Footprint.Posting(members.get(member), lastSeqs.get(member), "P%012d".formatted(posted), ids);
        lastSeqs.set(member, lastSeqs.get(member) + footprint.entries());
        return posting;
    }

    /** Posts one after the other, each in a transaction of its own; answers receipts a second. */
    double single(int seconds) throws SQLException {
        long began = System.nanoTime();
        long before = posted;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            Footprint footprint = footprints.get((int) (posted % footprints.size()));
            Footprint.Posting posting = next(footprint);
            for (Map.Entry<Rows.Table, List<Footprint.Change>> table : footprint.changed().entrySet()) {
                for (Footprint.Change change : table.getValue()) {
                    update(table.getKey(), change, posting);
                }
            }
            for (Map.Entry<Rows.Table, List<Footprint.Values>> table : footprint.made().entrySet()) {
                insert(table.getKey(), table.getValue(), posting);
            }
            connection.commit();
            posted++;
        }
        return (posted - before) / ((System.nanoTime() - began) / 1e9);
    }

    private void update(Rows.Table table, Footprint.Change change, Footprint.Posting posting) throws SQLException {
        PreparedStatement update = statement("UPDATE " + table.name() + " SET "
                + change.columns().stream().map(column -> column + " = ?").collect(Collectors.joining(", ")) + " WHERE "
                + table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ")));
        int place = 1;
        for (String column : change.columns()) {
            update.setObject(place++, value(table, change.row(), column, posting));
        }
        for (String column : table.key()) {
            update.setObject(place++, value(table, change.row(), column, posting));
        }
        if (update.executeUpdate() == 0) {
            insert(table, List.of(change.row()), posting);
        }
    }

    private static Object value(Rows.Table table, Footprint.Values row, String column, Footprint.Posting posting) {
        return row.columns().get(table.columns().indexOf(column)).apply(posting);
    }

    private void insert(Rows.Table table, List<Footprint.Values> rows, Footprint.Posting posting) throws SQLException {
        String places = "(" + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        PreparedStatement insert = statement("INSERT INTO " + table.name() + " (" + table.list() + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), places)));
        int place = 1;
        for (Footprint.Values row : rows) {
            for (Function<Footprint.Posting, Object> column : row.columns()) {
                insert.setObject(place++, column.apply(posting));
            }
        }
        insert.executeUpdate();
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** Posts so many in each transaction, one batch of rows for each table; answers receipts a second. */
    double batches(int size, int seconds) throws SQLException {
        long began = System.nanoTime();
        long before = posted;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            Map<String, PreparedStatement> used = new LinkedHashMap<>();
            for (int number = 0; number < size; number++) {
                Footprint footprint = footprints.get((int) (posted % footprints.size()));
                add(footprint, next(footprint), used);
                posted++;
            }
            for (PreparedStatement statement : used.values()) {
                statement.executeBatch();
            }
            connection.commit();
        }
        return (posted - before) / ((System.nanoTime() - began) / 1e9);
    }

    private void add(Footprint footprint, Footprint.Posting posting, Map<String, PreparedStatement> used) throws SQLException {
        for (Map.Entry<Rows.Table, List<Footprint.Change>> table : footprint.changed().entrySet()) {
            for (Footprint.Change change : table.getValue()) {
                add(table.getKey(), change.row(), " ON DUPLICATE KEY UPDATE " + change.columns().stream()
                        .map(column -> column + " = VALUES(" + column + ")")
                        .collect(Collectors.joining(", ")), posting, used);
            }
        }
        for (Map.Entry<Rows.Table, List<Footprint.Values>> table : footprint.made().entrySet()) {
            for (Footprint.Values row : table.getValue()) {
                add(table.getKey(), row, "", posting, used);
            }
        }
    }

    private void add(
            Rows.Table table, Footprint.Values row, String end, Footprint.Posting posting, Map<String, PreparedStatement> used)
            throws SQLException {
        String sql = "INSERT INTO " + table.name() + " (" + table.list() + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")" + end;
        PreparedStatement insert = statement(sql);
        used.put(sql, insert);
        int place = 1;
        for (Function<Footprint.Posting, Object> column : row.columns()) {
            insert.setObject(place++, column.apply(posting));
        }
        insert.addBatch();
    }

    long posted() {
        return posted;
    }

    /** How many purchases stand there. */
    long stored() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM purchase");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
