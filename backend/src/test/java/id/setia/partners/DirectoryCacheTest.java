package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.setia.db.DatabaseAddress;
import id.setia.testing.TestDatabase;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DirectoryCacheTest {

    private static final long ALWAYS = 0;
    private static final long LONGER_THAN_THE_TEST = TimeUnit.MINUTES.toMillis(5);

    @Test
    @Timeout(60)
    void who_holds_the_last_connection_is_answered_from_memory_and_waits_for_no_second_one() throws Exception {
        try (HikariDataSource one = oneConnection()) {
            DirectoryCache cache = new DirectoryCache(one, ALWAYS);

            try (Connection held = one.getConnection()) {
                assertThat(cache.current()).isSameAs(cache.current());
                assertThat(held.isValid(1)).isTrue();
            }
        }
    }

    private static HikariDataSource oneConnection() {
        DatabaseAddress address = TestDatabase.address();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(LONGER_THAN_THE_TEST);
        return pool;
    }
}
