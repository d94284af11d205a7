package id.setia.platform;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The portal's one page, served under every address that its router knows and the server does not. */
@Singleton
class Pages {

    /** Where programs ask, who would take a page for an answer. */
    private static final Set<String> NEVER_PAGES = Set.of("/api", "/metrics");

    private static final Argument<Map<String, Map<String, List<String>>>> PRELOADS = Argument.mapOf(
            Argument.of(String.class), Argument.mapOf(Argument.of(String.class), Argument.listOf(String.class)));

    private final Optional<byte[]> index;

    /** What a page is made of, by its address and language, as the value of a {@code Link} header. */
    private final Map<String, Map<String, String>> preloads;

    Pages(ResourceResolver resources, JsonMapper mapper) {
        this.index = resources.getResourceAsStream("classpath:public/index.html").map(Pages::read);
        this.preloads = resources.getResourceAsStream("classpath:public/preloads.json")
                .map(Pages::read)
                .map(json -> links(json, mapper))
                .orElse(Map.of());
    }

    private static Map<String, Map<String, String>> links(byte[] json, JsonMapper mapper) {
        try {
            Map<String, Map<String, List<String>>> files = mapper.readValue(json, PRELOADS);
            Map<String, Map<String, String>> links = new HashMap<>();
            files.forEach((path, languages) -> languages.forEach((language, named) ->
                    links.computeIfAbsent(path, ignored -> new HashMap<>()).put(language, links(named))));
            return links;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String links(List<String> files) {
        return files.stream()
                .map(file -> "</" + file + ">; rel=" + relation(file.substring(file.lastIndexOf('.'))))
                .collect(Collectors.joining(", "));
    }

    /** Asked for as the page itself will ask, or the browser fetches it twice. */
    private static String relation(String ending) {
        return switch (ending) {
            case ".css" -> "preload; as=style; crossorigin";
            case ".woff2" -> "preload; as=font; crossorigin";
            default -> "modulepreload";
        };
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
        Optional.ofNullable(preloads.getOrDefault(request.getPath(), Map.of()).get(language(request)))
                .ifPresent(links -> answer.header(HttpHeaders.LINK, links));
        AnswerHeaders.apply(request, answer);
        return answer;
    }

    /** The one in which the page begins, unless this browser remembers another: English for those whose browser puts it first. */
    private static String language(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "id";
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
