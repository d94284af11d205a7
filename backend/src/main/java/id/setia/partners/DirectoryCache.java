package id.setia.partners;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import id.setia.kernel.DatabaseFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory in memory. Once a second, when somebody asks, the epoch is looked at and everything read anew when it moved;
 * who asks goes on with what is there. Reads on a connection of its own, so that it never keeps what another transaction has
 * not committed.
 */
@Singleton
class DirectoryCache {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCache.class);
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    /** Who asks may hold a connection, and must not wait for a second one as long as those who wait for theirs. */
    private static final Duration LONGEST_LOOK = Duration.ofMillis(200);

    private final DataSource dataSource;
    private final long betweenLooks;
    private final AtomicLong nextLook = new AtomicLong();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Directory current;

    @Inject
    DirectoryCache(DataSource dataSource) {
        this(dataSource, BETWEEN_LOOKS);
    }

    DirectoryCache(DataSource dataSource, long betweenLooks) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.betweenLooks = betweenLooks;
        this.current = read();
        this.nextLook.set(System.nanoTime() + betweenLooks);
    }

    Directory current() {
        if (System.nanoTime() - nextLook.get() >= 0 && looking.compareAndSet(false, true)) {
            awaitFor(LONGEST_LOOK, Thread.ofVirtual().name("directory").start(this::look));
        }
        return current;
    }

    private static void awaitFor(Duration most, Thread looking) {
        try {
            looking.join(most);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            refresh();
        } catch (DatabaseFailure unreachable) {
            LOG.debug("Partners and stores could not be read anew", unreachable);
        } finally {
            nextLook.set(System.nanoTime() + betweenLooks);
            looking.set(false);
        }
    }

    /** Reads anew after a change of our own. */
    synchronized void refresh() {
        Directory known = current;
        try (Connection connection = dataSource.getConnection()) {
            if (DirectoryRows.epoch(connection) != known.epoch()) {
                current = DirectoryRows.read(connection);
            }
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }

    private Directory read() {
        try (Connection connection = dataSource.getConnection()) {
            return DirectoryRows.read(connection);
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }
}
