package id.setia.platform;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The media types that an address takes and answers, for who asked for another. */
@Singleton
class OfferedTypes {

    private final BeanProvider<Router> router;

    OfferedTypes(BeanProvider<Router> router) {
        this.router = router;
    }

    /** The refusal of a media type with those there are; any other as it is. */
    Problem named(HttpRequest<?> request, Problem problem) {
        if (!problem.arguments().isEmpty()) {
            return problem;
        }
        return switch (problem.code()) {
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, types(request, UriRouteInfo::getConsumes));
            case NOT_ACCEPTABLE -> Problem.of(ProblemCode.NOT_ACCEPTABLE, types(request, UriRouteInfo::getProduces));
            default -> problem;
        };
    }

    private String types(HttpRequest<?> request, Function<UriRouteInfo<?, ?>, Collection<MediaType>> of) {
        List<UriRouteMatch<Object, Object>> matches = router.get().findAny(request);
        String types = matches.stream()
                .map(UriRouteMatch::getRouteInfo)
                .filter(route -> route.getHttpMethodName().equals(request.getMethodName()))
                .flatMap(route -> of.apply(route).stream())
                .map(MediaType::getName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? MediaType.APPLICATION_JSON : types;
    }
}
