package id.setia.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that several rooms write in one transaction. Each table's rows go out as one multi-row statement, tables in a fixed
 * order, rows in the order of their keys; a statement carries at most 512 rows.
 */
public final class Batch {

    private static final int MOST_ROWS = 512;
    private static final int FEW_ROWS = 16;

    private final Map<RowWriter<?>, List<Object>> rows = new LinkedHashMap<>();

    public <T> void add(RowWriter<T> writer, T row) {
        rows.computeIfAbsent(writer, ignored -> new ArrayList<>()).add(row);
    }

    /** How many rows were added so far. */
    public int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** The rows of one table added so far. */
    @SuppressWarnings("unchecked")
    <T> List<T> added(RowWriter<T> writer) {
        return (List<T>) rows.getOrDefault(writer, List.of());
    }

    /** Writes everything added so far and forgets it. */
    public void flush(Connection connection) throws SQLException {
        List<RowWriter<?>> writers = new ArrayList<>(rows.keySet());
        writers.sort(Comparator.comparingInt(RowWriter::order));
        for (RowWriter<?> writer : writers) {
            write(connection, writer);
        }
        rows.clear();
    }

    @SuppressWarnings("unchecked")
    private <T> void write(Connection connection, RowWriter<T> writer) throws SQLException {
        List<T> ordered = new ArrayList<>((List<T>) rows.get(writer));
        ordered.sort(writer.keys());
        for (int first = 0; first < ordered.size(); ) {
            int rows = together(ordered.size() - first);
            write(connection, writer, ordered.subList(first, first + rows));
            first += rows;
        }
    }

    /** How many of the rows that are left go out next: few different numbers, so that statements are known from before. */
    private static int together(int left) {
        return left <= FEW_ROWS ? left : Math.min(MOST_ROWS, Integer.highestOneBit(left));
    }

    /** Spelled out for all rows: the driver's own rewriting of batches reckons every value twice. */
    private static <T> void write(Connection connection, RowWriter<T> writer, List<T> rows) throws SQLException {
        int places = writer.places();
        try (PreparedStatement statement = connection.prepareStatement(writer.sql(rows.size()))) {
            for (int row = 0; row < rows.size(); row++) {
                writer.binder().bind(new Places(statement, row * places), rows.get(row));
            }
            statement.executeUpdate();
        }
    }
}
