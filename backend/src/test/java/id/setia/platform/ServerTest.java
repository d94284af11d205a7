package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.testing.SetiaTest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Inject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class ServerTest {

    @Inject
    @Client("/")
    HttpClient client;

    @Test
    void the_pages_are_served() {
        assertThat(client.toBlocking().retrieve("/")).contains("<div id=\"app\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/liveness", "/health/readiness"})
    void a_stranger_learns_of_the_health_one_word(String path) {
        assertThat(client.toBlocking().retrieve(path)).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beans", "/env", "/loggers", "/routes", "/threaddump", "/refresh", "/stop", "/info", "/caches"})
    void nothing_else_about_the_inside_is_told(String path) {
        assertThatThrownBy(() -> client.toBlocking().retrieve(HttpRequest.GET(path).accept(MediaType.APPLICATION_JSON)))
                .asInstanceOf(InstanceOfAssertFactories.type(HttpClientResponseException.class))
                .extracting(HttpClientResponseException::getStatus)
                .isIn(HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(client.toBlocking().retrieve(HttpRequest.GET(path).accept(MediaType.TEXT_HTML)))
                .as("a browser gets the portal's page, as under every address")
                .contains("<div id=\"app\">");
    }

    @Test
    void the_callers_request_id_comes_back() {
        assertThat(requestIdAnswered("till-7.2026-11-22_000123")).isEqualTo("till-7.2026-11-22_000123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"quote", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void a_request_id_unfit_for_a_log_line_is_replaced(String offered) {
        assertThat(requestIdAnswered(offered)).matches("req_[0-9a-f]{32}");
    }

    private String requestIdAnswered(String offered) {
        return client.toBlocking().exchange(HttpRequest.GET("/health/liveness").header(RequestId.HEADER, offered)).header(RequestId.HEADER);
    }

    @Test
    void an_answer_that_refuses_has_a_request_id_too() {
        assertThatThrownBy(() -> client.toBlocking().retrieve("/api/v1/nowhere"))
                .asInstanceOf(InstanceOfAssertFactories.type(HttpClientResponseException.class))
                .satisfies(refusal -> assertThat(refusal.getResponse().header(RequestId.HEADER)).startsWith("req_"));
    }
}
