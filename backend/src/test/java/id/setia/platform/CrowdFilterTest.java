package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.TestContextBuilder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is turned away while answers are late. */
class CrowdFilterTest {

    private static final int MANY = 12;
    private static final int LEAST = 4;
    private static final long PATIENCE_MILLIS = 400;
    private static final Map<String, Object> ONE_CONNECTION = Map.of(
            "datasources.glances.maximum-pool-size", 1,
            "datasources.glances.minimum-idle", 1,
            "datasources.glances.connection-timeout", 120_000,
            "setia.requests.patience", PATIENCE_MILLIS + "ms",
            "setia.requests.least", LEAST);

    @Test
    @Timeout(120)
    void one_too_many_is_turned_away_at_once_and_those_who_wait_are_served() throws SQLException, InterruptedException {
        try (ApplicationContext context = new TestContextBuilder().properties(ONE_CONNECTION).start();
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = context.getBean(EmbeddedServer.class).start().getURI().resolve("/api/v1/session");
            client.sendAsync(session(address, MANY), HttpResponse.BodyHandlers.ofString()).join();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

            HttpResponse<String> first;
            try (Connection held = DelegatingDataSource.unwrapDataSource(
                            context.getBean(DataSource.class, Qualifiers.byName("glances")))
                    .getConnection()) {
                assertThat(held.isClosed()).isFalse();
                for (int number = 0; number < MANY; number++) {
                    answers.add(client.sendAsync(session(address, number), HttpResponse.BodyHandlers.ofString()));
                    Thread.sleep(PATIENCE_MILLIS / 4);
                }
                first = any(answers);
            }

            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).isPresent();
            assertThat(first.body()).contains("try_again_later");
            assertThat(answers).extracting(answer -> answer.join().statusCode()).contains(200).containsOnly(200, 503);
        }
    }

    @Test
    void late_answers_are_noticed_but_not_those_to_who_calls_too_often() {
        long now = System.nanoTime();
        Crowd crowd = new Crowd(new CrowdSettings(Duration.ofSeconds(4), 1), () -> 0, now);
        CrowdFilter filter = new CrowdFilter(null, crowd, null, null);
        MutableHttpRequest<?> late = io.micronaut.http.HttpRequest.GET("/api/v1/program");
        for (int each = 0; each < MANY; each++) {
            crowd.comes();
        }

        late.setAttribute(CrowdFilter.CAME, now - TimeUnit.SECONDS.toNanos(20));
        CrowdFilter.forget(late);
        filter.answered(late);
        assertThat(crowd.isTooMuch(now + TimeUnit.SECONDS.toNanos(1))).isFalse();

        late.setAttribute(CrowdFilter.CAME, now - TimeUnit.SECONDS.toNanos(20));
        filter.answered(late);
        assertThat(crowd.isTooMuch(now + TimeUnit.SECONDS.toNanos(2))).isTrue();
    }

    private static HttpResponse<String> any(List<CompletableFuture<HttpResponse<String>>> answers) {
        CompletableFuture<HttpResponse<String>> first = new CompletableFuture<>();
        answers.forEach(answer -> answer.thenAccept(first::complete));
        return first.join();
    }

    /** A session of nobody's has to be looked for. */
    private static HttpRequest session(URI address, int number) {
        return HttpRequest.newBuilder(address).header("Cookie", "__Host-setia=nobody-" + number).build();
    }
}
