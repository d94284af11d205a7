package id.setia.kernel;

import java.sql.SQLException;
import java.util.Comparator;

/**
 * How rows of one table are written: one statement, used for all rows of a batch at once, in the order of its keys.
 *
 * @param order place among the statements of a batch; every batch runs them in this order, so that locks are taken in one
 *     order everywhere
 * @param sql an {@code INSERT} whose {@code VALUES (…)} has a place for each value, plain or with {@code ON DUPLICATE KEY UPDATE … VALUES(…)} for rows already locked
 */
public record RowWriter<T>(int order, String sql, Comparator<? super T> keys, Binder<T> binder) {

    private static final String VALUES = "VALUES ";

    /** Sets the places of the statement from a row. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(Places statement, T row) throws SQLException;
    }

    /** The statement for so many rows. */
    String sql(int rows) {
        int first = sql.indexOf(VALUES) + VALUES.length();
        int last = sql.indexOf(')', first) + 1;
        String group = sql.substring(first, last);
        StringBuilder text = new StringBuilder(sql.length() + (rows - 1) * (group.length() + 2));
        text.append(sql, 0, last);
        for (int row = 1; row < rows; row++) {
            text.append(", ").append(group);
        }
        return text.append(sql, last, sql.length()).toString();
    }

    /** How many places each row has. */
    int places() {
        int first = sql.indexOf(VALUES) + VALUES.length();
        return (int) sql.substring(first, sql.indexOf(')', first)).chars().filter(letter -> letter == '?').count();
    }
}
