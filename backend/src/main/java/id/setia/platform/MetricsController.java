package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The metrics, for a collector that shows the token the operator set; where none is set, there are none, and nobody else
 * learns that there could be.
 */
@Hidden
@Controller("/metrics")
@Requires(property = "setia.metrics.token")
@ExecuteOn(TaskExecutors.BLOCKING)
class MetricsController {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Measures measures;
    private final byte[] authorization;

    MetricsController(Measures measures, MeasuredParts parts, @Property(name = "setia.metrics.token") String token) {
        this.measures = measures;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        parts.measure();
    }

    @Allowed(everyone = true)
    @Get(produces = TEXT)
    String metrics(HttpRequest<?> request) {
        String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (shown == null || !MessageDigest.isEqual(authorization, shown.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        return measures.scrape();
    }
}
