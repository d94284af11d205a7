package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses parameters of an address that its operation does not take, as unknown fields of bodies are refused: who misspells
 * one would get an answer to another question.
 */
@ServerFilter("/api/v1/**")
@Order(TextFilter.AFTER_SECURITY + 1)
class QueryFilter {

    private final ProblemRenderer renderer;
    private final Map<RouteInfo<?>, Map<String, Argument<?>>> known = new ConcurrentHashMap<>();

    QueryFilter(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @RequestFilter
    Optional<HttpResponse<?>> refuse(HttpRequest<?> request) {
        if (request.getUri().getRawQuery() == null) {
            return Optional.empty();
        }
        List<FieldError> errors = RouteAttributes.getRouteInfo(request)
                .map(route -> errors(request, known.computeIfAbsent(route, QueryFilter::parameters)))
                .orElse(List.of());
        return errors.isEmpty() ? Optional.empty() : Optional.of(renderer.render(request, Problem.invalid(errors)));
    }

    private static List<FieldError> errors(HttpRequest<?> request, Map<String, Argument<?>> parameters) {
        List<FieldError> errors = new ArrayList<>();
        request.getParameters().forEach((name, values) -> {
            String pointer = "/" + RequestShape.escape(name);
            if (!parameters.containsKey(name)) {
                errors.add(unknown(pointer, parameters));
            } else if (isBoolean(parameters.get(name)) && !List.of("true", "false").containsAll(values)) {
                errors.add(new FieldError(pointer, "boolean_expected", List.of()));
            }
        });
        return errors;
    }

    private static FieldError unknown(String pointer, Map<String, Argument<?>> parameters) {
        return parameters.isEmpty()
                ? new FieldError(pointer, "no_parameters", List.of())
                : new FieldError(pointer, "unknown_parameter", List.of(String.join(", ", parameters.keySet())));
    }

    private static boolean isBoolean(Argument<?> parameter) {
        return parameter.getType() == boolean.class || parameter.getType() == Boolean.class;
    }

    private static Map<String, Argument<?>> parameters(RouteInfo<?> route) {
        Map<String, Argument<?>> parameters = new LinkedHashMap<>();
        if (route instanceof MethodBasedRouteInfo<?, ?> operation) {
            for (Argument<?> argument : operation.getTargetMethod().getArguments()) {
                if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
                    parameters.put(
                            argument.getAnnotationMetadata()
                                    .stringValue(QueryValue.class)
                                    .filter(name -> !name.isEmpty())
                                    .orElse(argument.getName()),
                            argument);
                }
            }
        }
        return parameters;
    }
}
