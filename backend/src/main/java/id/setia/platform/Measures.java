package id.setia.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What operators watch, by operation and status and never by address: there are as many series as the contract has operations,
 * and none says anything of a person.
 */
@Singleton
class Measures {

    /** Stands as an attribute on a request: when it came, in nanoseconds of {@link System#nanoTime}. */
    static final String BEGAN = "setia.began";

    private static final String NONE = "none";
    private static final Duration[] STEPS = {
        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter turnedAway = Counter.builder("setia.turned.away")
            .description("Requests that were asked to come again because too many waited")
            .register(registry);
    private final Map<RouteInfo<?>, Map<Integer, Timer>> ofRoutes = new ConcurrentHashMap<>();
    private final Map<Integer, Timer> ofNoRoute = new ConcurrentHashMap<>();

    /** The registry, to add to it. */
    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** All of it in the text form of Prometheus. */
    String scrape() {
        return registry.scrape();
    }

    void turnedAway() {
        turnedAway.increment();
    }

    /** Counts an answer with the time it took. */
    void answered(HttpRequest<?> request, int status) {
        request.getAttribute(BEGAN, Long.class).ifPresent(began ->
                timer(request, status).record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    }

    private Timer timer(HttpRequest<?> request, int status) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (route == null) {
            return ofNoRoute.computeIfAbsent(status, known -> timer(NONE, known));
        }
        return ofRoutes.computeIfAbsent(route, found -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, known -> timer(operation(route), known));
    }

    private static String operation(RouteInfo<?> route) {
        return route instanceof MethodBasedRouteInfo<?, ?> based
                ? Optional.ofNullable(based.getTargetMethod().getTargetMethod().getAnnotation(Operation.class))
                        .map(Operation::operationId)
                        .orElse(NONE)
                : NONE;
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("setia.http")
                .description("Answers, with the time from the request's arrival")
                .tag("operation", operation)
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @PreDestroy
    void end() {
        registry.close();
    }
}
