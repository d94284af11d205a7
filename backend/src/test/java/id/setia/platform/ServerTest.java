package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.SetiaTest;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@SetiaTest
class ServerTest {

    @Inject
    @Client("/")
    HttpClient client;

    @Inject
    DataSource dataSource;

    @Test
    void the_pages_are_served() {
        assertThat(client.toBlocking().retrieve("/")).contains("<div id=\"app\">");
    }

    @Test
    void the_server_is_on_the_test_database() throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(dataSource).getConnection();
                var result = connection.createStatement().executeQuery("SELECT DATABASE()")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("setia");
        }
    }
}
