package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import id.setia.kernel.Transactions;
import id.setia.testing.TestContextBuilder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who is turned away while too many wait for a connection. */
class CrowdFilterTest {

    private static final Map<String, Object> ONE_CONNECTION = Map.of(
            "datasources.default.maximum-pool-size", 1, "datasources.default.minimum-idle", 1,
            "datasources.default.connection-timeout", 120_000, "setia.requests.waiting", 2);

    @Test
    void one_too_many_is_turned_away_at_once_and_those_who_wait_are_served() throws Exception {
        try (ApplicationContext context = new TestContextBuilder().properties(ONE_CONNECTION).start();
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = context.getBean(EmbeddedServer.class).start().getURI().resolve("/api/v1/session");
            HttpRequest signedIn = HttpRequest.newBuilder(address).header("Authorization", "Bearer nobody").build();
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();

            context.getBean(Transactions.class).read(connection -> {
                for (int number = 0; number < 3; number++) {
                    waiting.add(client.sendAsync(session(address, number), HttpResponse.BodyHandlers.ofString()));
                }
                awaitWaiting(context, 3);
                HttpResponse<String> turnedAway = client.sendAsync(signedIn, HttpResponse.BodyHandlers.ofString()).join();

                assertThat(turnedAway.statusCode()).isEqualTo(503);
                assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
                assertThat(turnedAway.body()).contains("try_again_later");
                return null;
            });

            for (CompletableFuture<HttpResponse<String>> answer : waiting) {
                assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isLessThan(500);
            }
        }
    }

    /** A session of nobody's has to be looked for. */
    private static HttpRequest session(URI address, int number) {
        return HttpRequest.newBuilder(address).header("Cookie", "__Host-setia=nobody-" + number + "; setia=nobody-" + number).build();
    }

    private static void awaitWaiting(ApplicationContext context, int count) throws SQLException {
        HikariPoolMXBean pool = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (pool.getThreadsAwaitingConnection() < count) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
