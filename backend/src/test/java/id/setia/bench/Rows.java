package id.setia.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything the database knows of one member: the rows that name the member or an id of such a row, whatever their table.
 * What follows by itself from them (the feed, seals) and what staff and machines leave (audit, keys, leases) is left out.
 */
final class Rows {

    private static final Set<String> NOT_OF_MEMBERS = Set.of(
            "feed", "audit_event", "idempotency_key", "attempt", "session", "lease", "flyway_schema_history", "notice_delivery");
    private static final long SMALL = 20_000;

    /**
     * A table.
     *
     * @param key columns of its primary key
     * @param ids columns of ids that can be searched
     * @param texts columns of text, also kept as bytes
     * @param unique columns whose values must differ by themselves
     */
    record Table(
            String name, List<String> columns, List<String> key, List<String> ids, Set<String> texts, Set<String> unique) {

        String list() {
            return String.join(", ", columns);
        }
    }

    /** A row. Values are numbers, texts, times or bytes, as the driver gives them. */
    record Row(Table table, Map<String, Object> values) {

        String key() {
            return table.name() + table.key().stream().map(column -> text(values.get(column))).collect(Collectors.joining("/", "/", ""));
        }

        boolean sameAs(Row other) {
            return values.keySet().stream().allMatch(column -> text(values.get(column)).equals(text(other.values().get(column))));
        }

        /** The order of the table's key. */
        int compareKeys(Row other) {
            for (String column : table.key()) {
                int order = compare(values.get(column), other.values().get(column));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static int compare(Object one, Object other) {
            return one instanceof byte[] bytes
                    ? Arrays.compareUnsigned(bytes, (byte[]) other)
                    : ((Comparable) one).compareTo(other);
        }

        /** Columns whose values differ. */
        List<String> differing(Row other) {
            return table.columns().stream()
                    .filter(column -> !text(values.get(column)).equals(text(other.values().get(column))))
                    .toList();
        }

        static String text(Object value) {
            return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
        }
    }

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        readTables();
    }

    private void readTables() throws SQLException {
        Map<String, Set<String>> leading = new TreeMap<>();
        Map<String, List<String>> keys = new TreeMap<>();
        Map<String, List<String>> uniques = new TreeMap<>();
        query("""
                SELECT s.table_name, s.column_name, s.index_name, s.seq_in_index, s.non_unique
                FROM information_schema.statistics s
                WHERE s.table_schema = DATABASE()
                ORDER BY s.table_name, s.index_name, s.seq_in_index""", row -> {
            if (row.getInt(4) == 1) {
                leading.computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>()).add(row.getString(2));
            }
            if (row.getInt(5) == 0) {
                uniques.computeIfAbsent(row.getString(1) + "/" + row.getString(3), name -> new ArrayList<>()).add(row.getString(2));
            }
            if (row.getString(3).equals("PRIMARY")) {
                keys.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getString(2));
            }
        });
        Map<String, Long> sizes = new TreeMap<>();
        query("SELECT table_name, table_rows FROM information_schema.tables WHERE table_schema = DATABASE()",
                row -> sizes.put(row.getString(1), row.getLong(2)));
        Map<String, Table> found = new TreeMap<>();
        query("""
                SELECT c.table_name, c.column_name, c.column_type, c.data_type
                FROM information_schema.columns c
                WHERE c.table_schema = DATABASE()
                ORDER BY c.table_name, c.ordinal_position""", row -> {
            String name = row.getString(1);
            if (NOT_OF_MEMBERS.contains(name) || name.startsWith("seal") || name.startsWith("job") || name.startsWith("bench_")) {
                return;
            }
            Table table = found.computeIfAbsent(name, key ->
                    new Table(key, new ArrayList<>(), keys.getOrDefault(key, List.of()), new ArrayList<>(), new LinkedHashSet<>(), alone(uniques, key)));
            String column = row.getString(2);
            table.columns().add(column);
            boolean searched = leading.getOrDefault(name, Set.of()).contains(column) || sizes.getOrDefault(name, 0L) < SMALL;
            if (row.getString(3).equals("binary(16)") && searched) {
                table.ids().add(column);
            }
            if (row.getString(4).contains("char") || row.getString(4).contains("text") || row.getString(4).equals("varbinary")) {
                table.texts().add(column);
            }
        });
        found.values().stream().filter(table -> !table.ids().isEmpty()).forEach(tables::add);
    }

    private static Set<String> alone(Map<String, List<String>> uniques, String table) {
        return uniques.entrySet().stream()
                .filter(index -> index.getKey().startsWith(table + "/") && index.getValue().size() == 1)
                .map(index -> index.getValue().getFirst())
                .collect(Collectors.toSet());
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** The rows of a member by their keys. */
    Map<String, Row> of(byte[] member) throws SQLException {
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, byte[]> searched = new LinkedHashMap<>();
        List<byte[]> next = List.of(member);
        while (!next.isEmpty()) {
            next.forEach(id -> searched.put(Arrays.toString(id), id));
            Map<String, byte[]> ids = new LinkedHashMap<>();
            for (Table table : tables) {
                for (Row row : naming(table, next)) {
                    rows.putIfAbsent(row.key(), row);
                    if (row.values().get("id") instanceof byte[] id && id.length == 16) {
                        ids.put(Arrays.toString(id), id);
                    }
                }
            }
            next = ids.entrySet().stream().filter(id -> !searched.containsKey(id.getKey())).map(Map.Entry::getValue).toList();
        }
        return rows;
    }

    private List<Row> naming(Table table, List<byte[]> ids) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String places = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        for (String column : table.ids()) {
            String sql = "SELECT " + table.list() + " FROM " + table.name() + " WHERE " + column + " IN (" + places + ")";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int place = 0; place < ids.size(); place++) {
                    select.setBytes(place + 1, ids.get(place));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(row(table, row));
                    }
                }
            }
        }
        return rows;
    }

    private static Row row(Table table, ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : table.columns()) {
            values.put(column, row.getObject(column));
        }
        return new Row(table, values);
    }

    /** The id of the member who holds a card. */
    byte[] member(String card) throws SQLException {
        byte[][] found = new byte[1][];
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT member_id FROM member_identifier WHERE kind = 'card' AND value = ?")) {
            select.setString(1, card);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("nobody has the card " + card);
                }
                found[0] = row.getBytes(1);
            }
        }
        return found[0];
    }
}
