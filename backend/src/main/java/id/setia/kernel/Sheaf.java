package id.setia.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rows of many tables, read by one statement: one round trip, and all of them as they stood at one moment, with nothing
 * locked and no transaction. Rooms add the parts that are theirs and are handed their rows. Read once.
 */
public final class Sheaf {

    /** Beyond so many combinations of parts, texts are made anew each time. */
    private static final int MOST_KNOWN = 256;

    /** So long are texts of hundreds of ids, of which hardly any comes twice. */
    private static final int LONGEST_KNOWN = 9_000;

    private static final Map<List<SheafPart>, Text> KNOWN = new ConcurrentHashMap<>();

    private final List<Bound> parts = new ArrayList<>();

    /** Takes one row of a part. */
    @FunctionalInterface
    public interface Reader {
        void read(Row row) throws SQLException;
    }

    private record Bound(SheafPart part, List<?> values, Reader reader) {}

    private record Text(String sql, List<Map<String, Integer>> places) {

        static Text of(List<SheafPart> parts) {
            SheafPart.Width width = SheafPart.Width.NONE;
            for (SheafPart part : parts) {
                width = width.with(part);
            }
            StringBuilder sql = new StringBuilder();
            List<Map<String, Integer>> places = new ArrayList<>();
            for (SheafPart part : parts) {
                if (!places.isEmpty()) {
                    sql.append("\nUNION ALL\n");
                }
                part.select(places.size(), width, sql);
                places.add(part.places(width));
            }
            return new Text(sql.toString(), List.copyOf(places));
        }
    }

    /**
     * Adds a part.
     *
     * @param values of its places: ids, and what JDBC takes
     * @param reader takes its rows, in no order
     */
    public Sheaf add(SheafPart part, List<?> values, Reader reader) {
        parts.add(new Bound(part, values, reader));
        return this;
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    void read(Connection connection) throws SQLException {
        Text text = text(parts.stream().map(Bound::part).toList());
        try (PreparedStatement select = connection.prepareStatement(text.sql())) {
            bind(select);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    int number = found.getInt(1);
                    parts.get(number).reader().read(new Row(found, text.places().get(number)));
                }
            }
        }
    }

    private static Text text(List<SheafPart> parts) {
        Text known = KNOWN.get(parts);
        if (known != null) {
            return known;
        }
        Text made = Text.of(parts);
        if (KNOWN.size() < MOST_KNOWN && made.sql().length() <= LONGEST_KNOWN) {
            KNOWN.put(parts, made);
        }
        return made;
    }

    private void bind(PreparedStatement select) throws SQLException {
        int place = 1;
        for (Bound part : parts) {
            for (Object value : part.values()) {
                switch (value) {
                    case UUID id -> select.setBytes(place++, UuidBytes.of(id));
                    case byte[] bytes -> select.setBytes(place++, bytes);
                    case Instant moment -> select.setObject(place++, Sql.time(moment));
                    case Object other -> select.setObject(place++, other);
                }
            }
        }
    }

    /** A row of one part, whose columns go by the names the part gave them. */
    public static final class Row {

        private final ResultSet found;
        private final Map<String, Integer> places;

        private Row(ResultSet found, Map<String, Integer> places) {
            this.found = found;
            this.places = places;
        }

        /** Null where the column is. */
        public UUID id(String column) throws SQLException {
            return UuidBytes.from(bytes(column));
        }

        /** Null where the column is. */
        public byte[] bytes(String column) throws SQLException {
            return found.getBytes(places.get(column));
        }

        /** Null where the column is. */
        public String text(String column) throws SQLException {
            return found.getString(places.get(column));
        }

        public long number(String column) throws SQLException {
            return found.getLong(places.get(column));
        }

        public boolean flag(String column) throws SQLException {
            return number(column) != 0;
        }

        /** Null where the column is. */
        public Instant instant(String column) throws SQLException {
            LocalDateTime value = found.getObject(places.get(column), LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }

        /** Null where the column is. */
        public LocalDate date(String column) throws SQLException {
            LocalDateTime value = found.getObject(places.get(column), LocalDateTime.class);
            return value == null ? null : value.toLocalDate();
        }
    }
}
