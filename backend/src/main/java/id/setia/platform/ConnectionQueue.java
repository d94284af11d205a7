package id.setia.platform;

import com.zaxxer.hikari.HikariDataSource;
import id.setia.kernel.Glances;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Those who wait for a connection to the database. */
@Singleton
class ConnectionQueue {

    private final HikariDataSource pool;
    private final Glances glances;
    private final CrowdSettings settings;

    ConnectionQueue(DataSource requests, Glances glances, CrowdSettings settings) throws SQLException {
        this.pool = pool(requests);
        this.glances = glances;
        this.settings = settings;
    }

    private static HikariDataSource pool(DataSource source) throws SQLException {
        return DelegatingDataSource.unwrapDataSource(source).unwrap(HikariDataSource.class);
    }

    /** Whether so many wait that one more is better turned away at the door. */
    boolean isCrowded() {
        return waiting(pool) + glances.waiting() > settings.waiting();
    }

    private static int waiting(HikariDataSource source) {
        var pool = source.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}
