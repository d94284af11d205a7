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
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.Set;

/**
 * Turns requests away at the door while more wait than can be done soon: saying so costs far less than reading them, so that
 * those who wait are served. A till keeps its receipt and sends it again.
 */
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class CrowdFilter {

    private static final Set<String> RECEIPTS =
            Set.of("/api/v1/purchases", "/api/v1/purchases/batch", "/api/v1/refunds", "/api/v1/exchanges");

    static final String CAME = "setia.came";

    private final PostingLine line;
    private final Crowd crowd;
    private final ProblemRenderer renderer;
    private final Measures measures;

    CrowdFilter(PostingLine line, Crowd crowd, ProblemRenderer renderer, Measures measures) {
        this.line = line;
        this.crowd = crowd;
        this.renderer = renderer;
        this.measures = measures;
    }

    @RequestFilter
    Optional<HttpResponse<?>> turnAway(HttpRequest<?> request) {
        if (!crowd.isTooMuch() && !(isReceipt(request) && line.isCrowded())) {
            request.setAttribute(CAME, System.nanoTime());
            return Optional.empty();
        }
        measures.turnedAway();
        return Optional.of(renderer.render(request, Problem.of(ProblemCode.TRY_AGAIN_LATER)));
    }

    @ResponseFilter
    void answered(HttpRequest<?> request) {
        request.getAttribute(CAME, Long.class).ifPresent(came -> crowd.answered(System.nanoTime() - came));
    }

    /** One that is refused before anybody works for it says nothing of how long others wait. */
    static void forget(HttpRequest<?> request) {
        request.removeAttribute(CAME, Long.class);
    }

    private static boolean isReceipt(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST && RECEIPTS.contains(request.getPath());
    }
}
