package id.setia.platform;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** What every answer carries: what browsers may do with it, how long it may be kept, and the id of its request. */
final class AnswerHeaders {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Vary", "Accept-Encoding, Accept-Language",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private AnswerHeaders() {}

    static void apply(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        MutableHttpHeaders headers = answer.getHeaders();
        ALWAYS.forEach(headers::set);
        headers.set(RequestId.HEADER, RequestId.of(request));
        if (request.getPath().startsWith("/api/")) {
            headers.set(Api.VERSION_HEADER, Api.VERSION);
        }
        if (isSecure(request)) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, caching(request.getPath(), answer.code()));
        }
    }

    private static String caching(String path, int status) {
        if (path.startsWith("/api/") || status >= 400) {
            return "no-store";
        }
        return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** Whether the browser came by https, to this server or to the proxy before it. */
    private static boolean isSecure(HttpRequest<?> request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
