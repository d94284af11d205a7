package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/** Tells a client what is wrong with the token it sent (RFC 6750, section 3). Stands before {@link CallerFilter}, to see its refusals. */
@ServerFilter("/api/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class TokenChallenges {

    @ResponseFilter
    void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RouteAttributes.getException(response)
                .filter(Problem.class::isInstance)
                .ifPresent(problem -> explain(request, response, (Problem) problem));
    }

    private static void explain(HttpRequest<?> request, MutableHttpResponse<?> response, Problem problem) {
        ProblemCode code = problem.code();
        boolean tokenSent = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        if (code == ProblemCode.INSUFFICIENT_SCOPE) {
            challenge(response, "insufficient_scope\", scope=\"" + problem.arguments().getLast());
        } else if (code == ProblemCode.UNAUTHENTICATED && tokenSent) {
            challenge(response, "invalid_token");
        }
    }

    private static void challenge(MutableHttpResponse<?> response, String error) {
        response.getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"setia\", error=\"" + error + "\"");
    }
}
