package id.setia.platform;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Puts the common headers on every answer, and words on a refusal that the framework leaves empty. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerFilter {

    private final ProblemRenderer renderer;

    AnswerFilter(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (answer.code() >= 400 && answer.getBody().isEmpty() && request.getMethod() != HttpMethod.HEAD) {
            renderer.explain(request, answer);
        }
        AnswerHeaders.apply(request, answer);
    }
}
