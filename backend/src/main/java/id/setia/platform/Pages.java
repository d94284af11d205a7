package id.setia.platform;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** The portal's one page, served under every address that its router knows and the server does not. */
@Singleton
class Pages {

    /** Where programs ask, who would take a page for an answer. */
    private static final Set<String> NEVER_PAGES = Set.of("/api", "/metrics");

    private final Optional<byte[]> index;

    Pages(ResourceResolver resources) {
        this.index = resources.getResourceAsStream("classpath:public/index.html").map(Pages::read);
    }

    /** Whether a browser asks for a page rather than for a file or the API. */
    boolean isNavigation(HttpRequest<?> request) {
        String path = request.getPath();
        String file = path.substring(path.lastIndexOf('/') + 1);
        return index.isPresent()
                && (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
                && !NEVER_PAGES.contains(path)
                && !path.startsWith("/api/")
                && !path.startsWith("/assets/")
                && !file.contains(".")
                && acceptsPages(request);
    }

    MutableHttpResponse<Object> page(HttpRequest<?> request) {
        MutableHttpResponse<Object> answer = HttpResponse.ok();
        answer.contentType("text/html; charset=utf-8").body(index.orElseThrow());
        AnswerHeaders.apply(request, answer);
        return answer;
    }

    private static boolean acceptsPages(HttpRequest<?> request) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
