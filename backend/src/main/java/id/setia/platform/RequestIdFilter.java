package id.setia.platform;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Gives every request an id, before anything else can refuse it; {@link AnswerHeaders} tells the caller. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter {

    @RequestFilter
    void assign(HttpRequest<?> request, MutablePropagatedContext context) {
        RequestId id = RequestId.of(request.getHeaders().get(RequestId.HEADER, String.class).orElse(""));
        request.setAttribute(RequestId.LOG_KEY, id.value());
        context.add(new MdcPropagationContext(Map.of(RequestId.LOG_KEY, id.value())));
    }
}
