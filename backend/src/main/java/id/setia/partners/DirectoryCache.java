package id.setia.partners;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import id.setia.kernel.DatabaseFailure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The directory in memory. Once a second the first who asks looks at the epoch and reads everything anew when it moved;
 * others go on with what is there. Reads on a connection of its own, so that it never keeps what another transaction has
 * not committed.
 */
@Singleton
class DirectoryCache {

    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource dataSource;
    private final AtomicLong nextLook = new AtomicLong();
    private volatile Directory current;

    DirectoryCache(DataSource dataSource) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.current = read();
        this.nextLook.set(System.nanoTime() + BETWEEN_LOOKS);
    }

    Directory current() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + BETWEEN_LOOKS)) {
            refresh();
        }
        return current;
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
