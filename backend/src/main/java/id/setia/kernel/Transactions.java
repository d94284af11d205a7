package id.setia.kernel;

import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Named;
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
    private static final int LONG_WORK_MILLIS = 600_000;
    private static final TransactionDefinition SNAPSHOT = snapshotDefinition();

    private final TransactionOperations<Connection> reading;
    private final TransactionOperations<Connection> posting;
    private final TransactionOperations<Connection> logIns;
    private final TransactionOperations<Connection> memory;
    private final TransactionOperations<Connection> background;
    private final Glances glances;
    private final ThreadLocal<TransactionOperations<Connection>> running = new ThreadLocal<>();

    Transactions(
            @Named("default") TransactionOperations<Connection> reading,
            @Named("posting") TransactionOperations<Connection> posting,
            @Named("log-ins") TransactionOperations<Connection> logIns,
            @Named("memory") TransactionOperations<Connection> memory,
            @Named("background") TransactionOperations<Connection> background,
            Glances glances) {
        this.reading = reading;
        this.posting = posting;
        this.logIns = logIns;
        this.memory = memory;
        this.background = background;
        this.glances = glances;
    }

    /** Of the pool the thread works with. */
    private TransactionOperations<Connection> operations() {
        return switch (Pool.current()) {
            case READING -> reading;
            case POSTING -> posting;
            case LOG_INS -> logIns;
            case MEMORY -> memory;
            case BACKGROUND -> background;
        };
    }

    /** Work on a connection that may fail as JDBC does. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads; joins a running transaction. */
    public <T> T read(Work<T> work) {
        return execute(TransactionDefinition.DEFAULT, status -> run(work, status.getConnection()));
    }

    /**
     * Runs in the transaction the thread is in, whatever pool that is of, else in a new one: who holds a connection never
     * waits for another one, so that those who hold all of a pool can always go on.
     */
    private <T> T execute(TransactionDefinition definition, TransactionCallback<Connection, T> work) {
        TransactionOperations<Connection> joined = running.get();
        if (joined != null) {
            return joined.execute(definition, work);
        }
        TransactionOperations<Connection> begun = operations();
        running.set(begun);
        try {
            return begun.execute(definition, work);
        } finally {
            running.remove();
        }
    }

    /**
     * Reads by one statement. A request that is in no transaction has it on a connection that commits by itself, so that there
     * is nothing to begin and nothing to end; there are fewer of these than of requests, and each serves many.
     *
     * @param work one statement and nothing else
     */
    public <T> T glance(Work<T> work) {
        return Pool.current() != Pool.READING || isRunning() ? read(work) : glances.read(work);
    }

    /** Reads the sheaf, as {@link #glance} does; an empty one waits for nothing. */
    public void read(Sheaf sheaf) {
        if (sheaf.isEmpty()) {
            return;
        }
        glance(connection -> {
            sheaf.read(connection);
            return null;
        });
    }

    /** Reads many rows as they all stood at one moment, and may take minutes for it; joins a running transaction. */
    public <T> T snapshot(Work<T> work) {
        return execute(SNAPSHOT, status -> {
            Connection connection = status.getConnection();
            try {
                int usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, LONG_WORK_MILLIS);
                try {
                    return work.on(connection);
                } finally {
                    connection.setNetworkTimeout(Runnable::run, usual);
                }
            } catch (SQLException error) {
                throw new DatabaseFailure(error);
            }
        });
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
        return running.get() != null;
    }

    /** Runs once the running transaction is committed; at once when none is running. */
    public void afterCommit(Runnable act) {
        if (!isRunning()) {
            act.run();
            return;
        }
        TransactionStatus<?> status = running.get().findTransactionStatus().orElseThrow();
        status.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    private static <T> T run(Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }

    private static TransactionDefinition snapshotDefinition() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
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
