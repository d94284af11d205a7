package id.setia.kernel;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Reads of one statement each, done in the order in which they were asked for, by a few threads that do nothing else. A pool
 * by itself lets whoever comes by take a connection that is meant for one who waits, who then waits from the beginning; and
 * one of many threads gives back what it holds only when it is its turn again.
 */
@Singleton
public class Glances {

    private final DataSource connections;
    private final long patienceMillis;
    private final ThreadPoolExecutor readers;

    Glances(@Named("glances") DataSource source, GlanceSettings settings) throws SQLException {
        this.connections = DelegatingDataSource.unwrapDataSource(source);
        HikariDataSource pool = connections.unwrap(HikariDataSource.class);
        this.patienceMillis = pool.getConnectionTimeout();
        int many = settings.among(pool.getMaximumPoolSize());
        this.readers = new ThreadPoolExecutor(
                many,
                many,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("reading-", 0).daemon().factory());
    }

    /** One that is asked for, done or given up, whichever comes first. */
    private final class Asked<T> implements Runnable {

        private final Transactions.Work<T> work;
        private final AtomicBoolean settled = new AtomicBoolean();
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        Asked(Transactions.Work<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (!settled.compareAndSet(false, true)) {
                return;
            }
            try (Connection connection = connections.getConnection()) {
                answer.complete(work.on(connection));
            } catch (SQLException error) {
                answer.completeExceptionally(new DatabaseFailure(error));
            } catch (Throwable error) {
                answer.completeExceptionally(error);
            }
        }

        boolean giveUp() {
            readers.remove(this);
            return settled.compareAndSet(false, true);
        }
    }

    /** @throws DatabaseFailure for what the database says, and where it was not the turn of this one for seconds */
    <T> T read(Transactions.Work<T> work) {
        Asked<T> asked = new Asked<>(work);
        readers.execute(asked);
        try {
            return answer(asked);
        } catch (InterruptedException ending) {
            asked.giveUp();
            Thread.currentThread().interrupt();
            throw notNow();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private <T> T answer(Asked<T> asked) throws InterruptedException, ExecutionException {
        try {
            return asked.answer.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillInLine) {
            if (asked.giveUp()) {
                throw notNow();
            }
            return asked.answer.get();
        }
    }

    private static DatabaseFailure notNow() {
        return new DatabaseFailure(new SQLTransientConnectionException("No connection became free in time"));
    }

    /** How many wait for their turn. */
    public int waiting() {
        return readers.getQueue().size();
    }

    @PreDestroy
    void end() {
        readers.shutdown();
    }
}
