package id.setia.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie of a session: bound to this host and to https; over plain http only in demo mode, under another name. */
@Singleton
class SessionCookies {

    static final String NAME = "__Host-setia";
    static final String PLAIN_NAME = "setia";

    private final Deployment deployment;

    SessionCookies(Deployment deployment) {
        this.deployment = deployment;
    }

    Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(name(request)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    Cookie of(HttpRequest<?> request, SessionKind kind, String token) {
        Cookie cookie = cookie(request, token);
        return switch (kind) {
            case MEMBER -> cookie.maxAge(kind.idle());
            case STAFF -> cookie;
        };
    }

    Cookie ended(HttpRequest<?> request) {
        return cookie(request, "").maxAge(Duration.ZERO);
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(!plain(request))
                .sameSite(SameSite.Lax);
    }

    private String name(HttpRequest<?> request) {
        return plain(request) ? PLAIN_NAME : NAME;
    }

    private boolean plain(HttpRequest<?> request) {
        return deployment.demo() && !request.isSecure();
    }
}
