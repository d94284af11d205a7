package id.setia.kernel;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work in a transaction and, where the database asks for it, again: deadlock (1213, also at COMMIT), lock wait
 * (1205) and record changed (1020) roll back and start over, a few times. Inside a running transaction the work simply
 * joins it, and the outermost decides.
 */
@Singleton
public class Transactions {

    private static final Set<Integer> AGAIN = Set.of(1213, 1205, 1020);
    private static final int TRIES = 8;

    private final TransactionOperations<Connection> operations;

    Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** Work on a connection that may fail as JDBC does. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads; joins a running transaction. */
    public <T> T read(Work<T> work) {
        return operations.execute(TransactionDefinition.DEFAULT, status -> run(work, status.getConnection()));
    }

    /** Changes, all or nothing; the work may run more than once and must not keep state between runs. */
    public <T> T write(Work<T> work) {
        if (isRunning()) {
            return read(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return read(work);
            } catch (RuntimeException error) {
                if (attempt == TRIES || !mayRunAgain(error)) {
                    throw error;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, 5_000_000L << attempt));
            }
        }
    }

    /** Whether work would join a running transaction. */
    public boolean isRunning() {
        return operations.findTransactionStatus().isPresent();
    }

    private static <T> T run(Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }

    private static boolean mayRunAgain(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && AGAIN.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
