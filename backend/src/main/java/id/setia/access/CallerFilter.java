package id.setia.access;

import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out who calls, by token or session cookie, and whether they may call the operation. Takes the place of the
 * framework's security filter, which knows neither sessions kept on the server nor {@link Allowed}.
 */
@ServerFilter("/api/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 300)
class CallerFilter {

    private static final String CALLER = Caller.class.getName();
    private static final String SESSION = "setia.session";
    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final ClientTokens tokens;
    private final ForgedRequests forgedRequests;
    private final Map<RouteInfo<?>, Permission> permissions = new ConcurrentHashMap<>();

    CallerFilter(
            Sessions sessions, SessionCookies cookies, ClientTokens tokens, ForgedRequests forgedRequests) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.tokens = tokens;
        this.forgedRequests = forgedRequests;
    }

    static Caller caller(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class).orElseGet(Caller.Stranger::new);
    }

    static Optional<Session> session(HttpRequest<?> request) {
        return request.getAttribute(SESSION, Session.class);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void identify(HttpRequest<?> request) {
        Caller caller = authenticate(request);
        request.setAttribute(CALLER, caller);
        RouteAttributes.getRouteInfo(request)
                .map(route -> permissions.computeIfAbsent(route, found -> Permission.of(found.getAnnotationMetadata())))
                .flatMap(permission -> refusal(permission, caller, session(request)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static Optional<Problem> refusal(Permission permission, Caller caller, Optional<Session> session) {
        return permission.refusal(caller).or(() -> session.filter(Session::lacksSecondFactor)
                .flatMap(lacking -> permission.refusalBeforeSecondFactor()));
    }

    private Caller authenticate(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.caller(authorization.substring(BEARER.length()).strip())
                    : new Caller.Stranger();
        }
        Optional<Session> session = cookies.token(request).flatMap(sessions::find);
        session.ifPresent(found -> request.setAttribute(SESSION, found));
        if (!HARMLESS.contains(request.getMethod())) {
            forgedRequests.refuse(request, session);
        }
        return session.map(Session::caller).orElseGet(Caller.Stranger::new);
    }
}
