package id.setia.platform;

import id.setia.access.Deployment;
import id.setia.access.IdempotencyKeys;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Puts the common headers on every answer, counts it, marks those of a sandbox, and puts words on a refusal that the framework leaves empty. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerFilter {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final String SANDBOX = "Setia-Sandbox";

    private final ProblemRenderer renderer;
    private final Retirements retirements;
    private final Measures measures;
    private final boolean sandbox;

    AnswerFilter(ProblemRenderer renderer, Retirements retirements, Measures measures, Deployment deployment) {
        this.renderer = renderer;
        this.retirements = retirements;
        this.measures = measures;
        this.sandbox = deployment.sandbox();
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (answer.code() >= 400 && answer.getBody().isEmpty() && request.getMethod() != HttpMethod.HEAD) {
            renderer.explain(request, answer);
        }
        AnswerHeaders.apply(request, answer);
        if (sandbox) {
            answer.getHeaders().set(SANDBOX, "true");
        }
        if (request.getAttribute(IdempotencyKeys.REPLAYED).isPresent()) {
            answer.getHeaders().set(REPLAYED, "true");
        }
        retirements.announce(request, answer);
        measures.answered(request, answer.code());
    }
}
