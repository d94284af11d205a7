package id.setia.platform;

import id.setia.access.Caller;
import id.setia.access.ClientAddress;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/**
 * Limits how often a caller may ask. A credential has a quota of its own from the moment it was seen to be good; until
 * then, and without one, the quota is that of the address.
 */
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RateLimitFilter {

    private static final String TAKEN = "setia.rate-limit";

    private final RateLimits limits;
    private final RateLimitSettings settings;
    private final KnownCredentials credentials;
    private final ClientAddress addresses;
    private final ProblemRenderer renderer;

    RateLimitFilter(
            RateLimits limits,
            RateLimitSettings settings,
            KnownCredentials credentials,
            ClientAddress addresses,
            ProblemRenderer renderer) {
        this.limits = limits;
        this.settings = settings;
        this.credentials = credentials;
        this.addresses = addresses;
        this.renderer = renderer;
    }

    @RequestFilter
    Optional<HttpResponse<?>> limit(HttpRequest<?> request) {
        RateLimits.Taken taken = take(request);
        request.setAttribute(TAKEN, taken);
        if (taken.granted()) {
            return Optional.empty();
        }
        CrowdFilter.forget(request);
        return Optional.of(announce(
                taken, renderer.render(request, Problem.of(ProblemCode.RATE_LIMITED, taken.seconds()))));
    }

    private RateLimits.Taken take(HttpRequest<?> request) {
        Optional<Caller> known = credentials.caller(request);
        if (known.isEmpty()) {
            return limits.take("address " + addresses.of(request), settings.stranger());
        }
        return switch (known.get()) {
            case Caller.Stranger stranger -> limits.take("address " + addresses.of(request), settings.stranger());
            case Caller.SignedInMember member -> limits.take("member " + member.memberId(), settings.session());
            case Caller.SignedInStaff staff -> limits.take("staff " + staff.staffId(), settings.session());
            case Caller.ApiClient client -> limits.take("client " + client.clientId(), settings.client());
        };
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        credentials.learn(request);
        request.getAttribute(TAKEN, RateLimits.Taken.class).ifPresent(taken -> announce(taken, answer));
    }

    private static <T extends MutableHttpResponse<?>> T announce(RateLimits.Taken taken, T answer) {
        answer.getHeaders().set("RateLimit-Policy", taken.policy());
        answer.getHeaders().set("RateLimit", taken.state());
        return answer;
    }
}
