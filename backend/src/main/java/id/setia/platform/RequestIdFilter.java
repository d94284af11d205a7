package id.setia.platform;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every request an id, before anything else can refuse it; {@link AnswerHeaders} tells the caller. Where the request is
 * part of a caller's trace, log lines carry the id of that too, and a request without an id of its own is named after it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter {

    @RequestFilter
    void assign(HttpRequest<?> request, MutablePropagatedContext context) {
        request.setAttribute(Measures.BEGAN, System.nanoTime());
        Optional<TraceParent> trace =
                Optional.ofNullable(request.getHeaders().get(TraceParent.HEADER)).flatMap(TraceParent::of);
        RequestId id = RequestId.of(Optional.ofNullable(request.getHeaders().get(RequestId.HEADER)).orElse(""), trace);
        request.setAttribute(RequestId.LOG_KEY, id.value());
        context.add(new MdcPropagationContext(trace.map(parent -> Map.of(
                        RequestId.LOG_KEY, id.value(), TraceParent.LOG_KEY, parent.traceId()))
                .orElseGet(() -> Map.of(RequestId.LOG_KEY, id.value()))));
    }
}
