package id.setia.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Recognises a browser with which a member signed in before, by a cookie that only this server can make. It outlives
 * sessions, names nobody, and opens nothing: without it, a sign-in is told to the member.
 */
@Singleton
class KnownBrowsers {

    private static final String NAME = "__Host-setia-known";
    private static final String PLAIN_NAME = "setia-known";
    private static final String BETWEEN = ".";
    private static final int MOST_MEMBERS = 5;
    private static final Duration KEPT = Duration.ofDays(365);

    private final Deployment deployment;
    private final Vault vault;

    KnownBrowsers(Deployment deployment, Vault vault) {
        this.deployment = deployment;
        this.vault = vault;
    }

    boolean knows(HttpRequest<?> request, UUID memberId) {
        return marks(request).contains(mark(memberId));
    }

    /** The cookie by which the browser is recognised from now on, for the members who used it last. */
    Cookie of(HttpRequest<?> request, UUID memberId) {
        List<String> marks = Stream.concat(Stream.of(mark(memberId)), marks(request).stream())
                .distinct()
                .limit(MOST_MEMBERS)
                .toList();
        return Cookie.of(name(request), String.join(BETWEEN, marks))
                .path("/")
                .httpOnly(true)
                .secure(!plain(request))
                .sameSite(SameSite.Lax)
                .maxAge(KEPT);
    }

    private List<String> marks(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(name(request))
                .map(cookie -> Arrays.asList(cookie.getValue().split("\\.", MOST_MEMBERS + 1)))
                .orElse(List.of());
    }

    private String mark(UUID memberId) {
        return Hashes.text(vault.fingerprint("known-browser", memberId.toString()));
    }

    private String name(HttpRequest<?> request) {
        return plain(request) ? PLAIN_NAME : NAME;
    }

    private boolean plain(HttpRequest<?> request) {
        return deployment.demo() && !request.isSecure();
    }
}
