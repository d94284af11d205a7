package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.platform.Http.Answer;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestTills;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@SetiaTest
@Property(name = "setia.metrics.token", value = "a-token-of-the-collector")
class MetricsTest {

    private static final String AUTHORIZATION = "Authorization";

    @Inject
    Http http;

    @Inject
    TestTills tills;

    @Inject
    BusinessClock clock;

    @Test
    void a_collector_reads_what_the_parts_do() {
        Browser till = tills.till();
        String number = TestTills.number();
        till.post("/api/v1/purchases", TestTills.receipt(number, clock.now(), 10_000, ""));
        till.post("/api/v1/purchases", "{}");

        Answer metrics = http.get("/metrics", AUTHORIZATION, "Bearer a-token-of-the-collector");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.body())
                .contains("setia_http_seconds_count{operation=\"postPurchase\",status=\"201\"}")
                .contains("setia_http_seconds_count{operation=\"postPurchase\",status=\"422\"}")
                .contains("setia_http_seconds_bucket{operation=\"postPurchase\",status=\"201\",le=\"0.05\"}")
                .contains("setia_rounds_seconds_count{line=\"posting\"} 1\n")
                .contains("setia_acts_waited_seconds_count{line=\"posting\"} 1\n")
                .contains("setia_acts_waiting{line=\"acts\"} 0.0")
                .contains("setia_pool_connections{pool=\"posting\",state=\"awaited\"} 0.0", "setia_pool_most{pool=\"posting\"} 16.0")
                .contains("setia_feed_lag_seconds", "setia_seal_age_seconds", "setia_turned_away_total")
                .contains("jvm_memory_used_bytes", "jvm_gc_")
                .doesNotContain(number, "/api/", "mem_");
    }

    @Test
    void nobody_else_learns_that_there_are_any() {
        assertThat(http.get("/metrics").status()).isEqualTo(404);
        assertThat(http.get("/metrics", AUTHORIZATION, "Bearer another-token-of-that-size").status()).isEqualTo(404);
        assertThat(http.get("/metrics", AUTHORIZATION, "a-token-of-the-collector").code()).isEqualTo("not_found");
    }
}
