package id.setia.platform;

import id.setia.access.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose credentials were seen to be good lately, by nothing but a hash of them. */
@Singleton
class KnownCredentials {

    private static final int MOST = 20_000;

    private final Map<Long, Caller> callers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Caller> eldest) {
            return size() > MOST;
        }
    });

    /** The caller of a credential that was good when it was last seen. */
    Optional<Caller> caller(HttpRequest<?> request) {
        return fingerprint(request).map(callers::get);
    }

    /** Remembers who the access rules found behind the request's credential. */
    void learn(HttpRequest<?> request) {
        request.getAttribute(Caller.class.getName(), Caller.class).ifPresent(caller -> fingerprint(request).ifPresent(
                fingerprint -> {
                    if (!(caller instanceof Caller.Stranger)) {
                        callers.putIfAbsent(fingerprint, caller);
                    }
                }));
    }

    private static Optional<Long> fingerprint(HttpRequest<?> request) {
        String credential = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .orElseGet(() -> request.getHeaders().get(HttpHeaders.COOKIE));
        return Optional.ofNullable(credential).map(KnownCredentials::hash);
    }

    /** 64 bits of a polynomial hash: enough to tell quotas apart, of no use to sign in. */
    private static long hash(String credential) {
        long hash = 1_125_899_906_842_597L;
        for (int index = 0; index < credential.length(); index++) {
            hash = 31 * hash + credential.charAt(index);
        }
        return hash;
    }
}
