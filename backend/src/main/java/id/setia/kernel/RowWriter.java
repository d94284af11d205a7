package id.setia.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * How rows of one table are written: one statement, used for all rows of a batch at once, in the order of its keys.
 *
 * @param order place among the statements of a batch; every batch runs them in this order, so that locks are taken in one
 *     order everywhere
 * @param sql an {@code INSERT}, plain or with {@code ON DUPLICATE KEY UPDATE … VALUES(…)} for rows already locked
 */
public record RowWriter<T>(int order, String sql, Comparator<? super T> keys, Binder<T> binder) {

    /** Sets the places of the statement from a row. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}
