package id.setia.platform;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;

/** Leaves of a health answer the one word that a stranger may know. */
@ServerFilter("/health/**")
final class HealthFilter {

    @ResponseFilter
    void answerOneWord(MutableHttpResponse<?> response) {
        response.getBody(HealthResult.class).ifPresent(result -> response.body(Map.of("status", result.getStatus().getName())));
    }
}
