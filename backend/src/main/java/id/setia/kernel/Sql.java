package id.setia.kernel;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How values cross JDBC: instants as UTC {@code DATETIME(6)}, ids as sixteen bytes. */
public final class Sql {

    /** What MySQL and MariaDB answer when a unique key is already there. */
    public static final int DUPLICATE_KEY = 1062;

    /** Too many connections, shutting down, read only, connection killed, deadlock, lock wait, record changed. */
    private static final Set<Integer> PASSING_FAULTS = Set.of(1040, 1053, 1205, 1213, 1020, 1226, 1290, 1317, 1927, 3572);

    private static final int MOST_PADDED = 512;

    private Sql() {}

    public static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The instant of a column, null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    /** The id of a column, null where the column is. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return UuidBytes.from(row.getBytes(column));
    }

    /** {@code (?, ?, ?)} for an {@code IN} with as many values as the collection has. */
    public static String places(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /**
     * The values for an {@code IN}, the last of them repeated so that there are 1, 2, 4, 8 … of them: few different texts,
     * which drivers and databases know from before. More than 512 stay as they are.
     */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        if (!padded.isEmpty() && padded.size() < MOST_PADDED) {
            int wanted = Integer.highestOneBit(2 * padded.size() - 1);
            while (padded.size() < wanted) {
                padded.add(padded.getLast());
            }
        }
        return padded;
    }

    /** Sets the places from the first on, one for each id; answers the place after them. */
    public static int bindIds(PreparedStatement statement, int first, Collection<UUID> ids) throws SQLException {
        int place = first;
        for (UUID id : ids) {
            statement.setBytes(place++, UuidBytes.of(id));
        }
        return place;
    }

    /** Whether the error, or one of its causes, says that a unique key is already there. */
    public static boolean isDuplicateKey(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }

    /** Whether trying again later helps: no connection to be had, connection lost, crowded or locked. */
    public static boolean passes(SQLException fault) {
        String state = fault.getSQLState();
        return fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || state != null && state.startsWith("08")
                || PASSING_FAULTS.contains(fault.getErrorCode());
    }

    /** The same of an error or one of its causes. */
    static boolean passes(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLException fault && passes(fault)) {
                return true;
            }
        }
        return false;
    }
}
