package id.setia.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Those who wait for a connection to the database. */
@Singleton
class ConnectionQueue {

    private final HikariDataSource requests;
    private final CrowdSettings settings;

    ConnectionQueue(DataSource requests, CrowdSettings settings) throws SQLException {
        this.requests = DelegatingDataSource.unwrapDataSource(requests).unwrap(HikariDataSource.class);
        this.settings = settings;
    }

    /** Whether so many wait that one more is better turned away at the door. */
    boolean isCrowded() {
        var pool = requests.getHikariPoolMXBean();
        return pool != null && pool.getThreadsAwaitingConnection() > settings.waiting();
    }
}
