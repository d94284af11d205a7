package id.setia.platform;

import id.setia.access.Retiring;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells callers of an operation that it is {@link Retiring}. */
@Singleton
class Retirements {

    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<RouteInfo<?>, Optional<Map<String, String>>> known = new ConcurrentHashMap<>();

    void announce(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        RouteAttributes.getRouteInfo(request)
                .flatMap(route -> known.computeIfAbsent(route, Retirements::headers))
                .ifPresent(headers -> headers.forEach(answer.getHeaders()::set));
    }

    private static Optional<Map<String, String>> headers(RouteInfo<?> route) {
        AnnotationValue<Retiring> retiring = route.getAnnotationMetadata().getAnnotation(Retiring.class);
        return Optional.ofNullable(retiring).map(end -> headers(
                end.stringValue("since").orElseThrow(), end.stringValue("until").orElseThrow()));
    }

    static Map<String, String> headers(String since, String until) {
        return Map.of(
                DEPRECATION, "@" + LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                SUNSET, HTTP_DATE.format(LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC)));
    }
}
