package id.setia.platform;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Puts the common headers on every answer. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerFilter {

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        AnswerHeaders.apply(request, answer);
    }
}
