package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.platform.Http.Answer;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class AnswersTest {

    @Inject
    Http http;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/join", "/api/v1/trials/refused", "/api/v1/nothing", "/missing.js", "/api/v1/trials"})
    void every_answer_tells_browsers_what_they_may_do(String path) {
        Answer answer = http.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void answers_of_the_api_tell_its_version_and_what_is_left_of_the_quota() {
        Answer answer = http.get("/api/v1/program");

        assertThat(answer.header("API-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("RateLimit-Policy")).matches("\"minute\";q=\\d+;w=60");
        assertThat(answer.header("RateLimit")).matches("\"minute\";r=\\d+;t=\\d+");
        assertThat(http.get("/api/v1/nothing").header("API-Version")).isEqualTo("1.0.0");
        assertThat(http.get("/").header("API-Version")).isEmpty();
    }

    @Test
    void a_request_of_a_trace_is_found_by_it() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        Answer answer = http.get("/api/v1/trials/refused", "traceparent", trace);

        assertThat(answer.header("X-Request-Id")).isEqualTo("req_4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(answer.json().get("requestId").getStringValue()).isEqualTo("req_4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(http.get("/api/v1/trials", "traceparent", trace, "X-Request-Id", "till-7").header("X-Request-Id")).isEqualTo("till-7");
    }

    @Test
    void behind_https_browsers_are_told_to_stay_there() {
        assertThat(http.get("/", "X-Forwarded-Proto", "https").header("Strict-Transport-Security")).startsWith("max-age=63072000");
    }

    @Test
    void addresses_of_the_portal_give_its_page() {
        Answer answer = http.get("/rewards/of/the/month", "Accept", "text/html,application/xhtml+xml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.body()).isEqualTo(http.get("/").body()).contains("<div id=\"app\">");
    }

    @Test
    void a_members_home_names_what_it_is_made_of_so_that_a_slow_line_carries_it_at_once() {
        String indonesian = http.get("/home", "Accept-Language", "id-ID,id;q=0.9,en;q=0.8").header("Link");
        String english = http.get("/home", "Accept-Language", "en-GB,en;q=0.9").header("Link");

        assertThat(indonesian).contains("rel=modulepreload").isNotEqualTo(english);
        for (String link : (indonesian + ", " + english).split(", ")) {
            String file = link.replaceAll("<(.*)>.*", "$1");
            assertThat(http.get(file).status()).as(link).isEqualTo(200);
        }
        assertThat(http.get("/").header("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/nothing", "/missing.js", "/favicon.none", "/metrics"})
    void files_that_are_not_there_are_not_found(String path) {
        Answer answer = http.get(path, "Accept", "*/*");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
    }

    @Test
    void pages_are_not_posted_to() {
        assertThat(http.send("POST", "/join", BodyPublishers.noBody()).status()).isIn(404, 405);
    }

    @Test
    void what_never_changes_may_be_kept_and_the_rest_not() {
        String page = http.get("/").body();
        String script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");

        assertThat(http.get(script).header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(http.get("/").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get("/api/v1/trials").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void long_answers_travel_compressed_and_short_ones_as_they_are() {
        assertThat(http.get("/api/v1/trials/long", "Accept-Encoding", "gzip").header("Content-Encoding")).isEqualTo("gzip");
        assertThat(http.get("/api/v1/trials/long").header("Content-Encoding")).isEmpty();
        assertThat(http.get("/api/v1/trials", "Accept-Encoding", "gzip").header("Content-Encoding")).isEmpty();
        assertThat(http.get("/api/v1/trials/long").header("Vary")).contains("Accept-Encoding");
    }
}
