package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses changes that another site made a browser send: with a session they carry its CSRF token; without one (signing
 * in, joining) they come from our own pages, or from no page at all.
 */
@Singleton
class ForgedRequests {

    static final String HEADER = "X-CSRF-Token";

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Deployment deployment;

    ForgedRequests(Deployment deployment) {
        this.deployment = deployment;
    }

    void refuse(HttpRequest<?> request, Optional<Session> session) {
        boolean genuine = session.map(found -> carriesToken(request, found)).orElseGet(() -> fromOwnPages(request));
        if (!genuine) {
            throw Problem.of(ProblemCode.CSRF_TOKEN_INVALID);
        }
    }

    private static boolean carriesToken(HttpRequest<?> request, Session session) {
        String sent = request.getHeaders().get(HEADER);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8),
                        session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }

    private boolean fromOwnPages(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITE.contains(site);
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin == null
                || origin.equals(deployment.publicUrl())
                || authority(origin).equals(Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST)));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException error) {
            return Optional.empty();
        }
    }
}
