package id.setia.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Those who wait for a connection to the database. */
@Singleton
class ConnectionQueue {

    private final List<HikariDataSource> pools;
    private final CrowdSettings settings;

    ConnectionQueue(DataSource requests, @Named("glances") DataSource glances, CrowdSettings settings) throws SQLException {
        this.pools = List.of(pool(requests), pool(glances));
        this.settings = settings;
    }

    private static HikariDataSource pool(DataSource source) throws SQLException {
        return DelegatingDataSource.unwrapDataSource(source).unwrap(HikariDataSource.class);
    }

    /** Whether so many wait that one more is better turned away at the door. */
    boolean isCrowded() {
        return pools.stream().mapToInt(ConnectionQueue::waiting).sum() > settings.waiting();
    }

    private static int waiting(HikariDataSource source) {
        var pool = source.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}
