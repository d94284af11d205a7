package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.platform.Http.Answer;
import id.setia.testing.SetiaTest;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@SetiaTest
@Property(name = "setia.rate-limits.stranger", value = "3")
class RateLimitTest {

    @Inject
    Http http;

    @Test
    void a_stranger_who_asks_too_often_has_to_wait() {
        Answer first = http.get("/api/v1/trials");
        http.get("/api/v1/trials");
        http.get("/api/v1/trials");
        Answer refused = http.get("/api/v1/trials", "Authorization", "Bearer invented");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"minute\";q=3;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"minute\";r=2;t=");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(refused.isProblem()).isTrue();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(http.get("/").status()).isEqualTo(200);
    }
}
