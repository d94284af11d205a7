package id.setia.platform;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.posting.PostingLine;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/**
 * Turns receipts away at the door while more wait than can be posted soon: saying so costs far less than reading them, so
 * that those who wait are served. A till keeps its receipt and sends it again.
 */
@ServerFilter(
        patterns = {"/api/v1/purchases", "/api/v1/purchases/batch", "/api/v1/refunds", "/api/v1/exchanges"},
        methods = HttpMethod.POST)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class CrowdFilter {

    private final PostingLine line;
    private final ProblemRenderer renderer;

    CrowdFilter(PostingLine line, ProblemRenderer renderer) {
        this.line = line;
        this.renderer = renderer;
    }

    @RequestFilter
    Optional<HttpResponse<?>> turnAway(HttpRequest<?> request) {
        return line.isCrowded()
                ? Optional.of(renderer.render(request, Problem.of(ProblemCode.TRY_AGAIN_LATER)))
                : Optional.empty();
    }
}
