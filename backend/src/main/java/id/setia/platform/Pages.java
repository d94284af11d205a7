package id.setia.platform;

import id.setia.kernel.PublicId;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The portal's one page, served under every address that its router knows and the server does not. */
@Singleton
class Pages {

    /** Where programs ask, who would take a page for an answer. */
    private static final Set<String> NEVER_PAGES = Set.of("/api", "/metrics");

    private static final Argument<Map<String, Preloaded>> PRELOADS = Argument.mapOf(String.class, Preloaded.class);
    private static final String MEMBER = Pages.class.getName() + ".member";
    private static final String BEGINNING = "<html ";

    private final Optional<byte[]> index;
    private final Map<String, Links> preloads;

    /**
     * What {@code preloads.json} tells of a page.
     *
     * @param files what it is made of, by language
     * @param reads addresses of the API that it asks first
     */
    @Serdeable.Deserializable
    record Preloaded(Map<String, List<String>> files, List<String> reads) {}

    /**
     * Values of a {@code Link} header.
     *
     * @param files by language
     */
    private record Links(Map<String, String> files, String reads) {

        static Links of(Preloaded preloaded) {
            Map<String, String> files = new HashMap<>();
            preloaded.files().forEach((language, named) -> files.put(language, links(named, Pages::relation)));
            return new Links(files, links(preloaded.reads(), read -> "preload; as=fetch; crossorigin"));
        }

        private static String links(List<String> targets, UnaryOperator<String> relation) {
            return targets.stream()
                    .map(target -> "<" + target + ">; rel=" + relation.apply(target))
                    .collect(Collectors.joining(", "));
        }
    }

    Pages(ResourceResolver resources, JsonMapper mapper) {
        this.index = resources.getResourceAsStream("classpath:public/index.html").map(Pages::read);
        this.preloads = resources.getResourceAsStream("classpath:public/preloads.json")
                .map(Pages::read)
                .map(json -> links(json, mapper))
                .orElse(Map.of());
    }

    private static Map<String, Links> links(byte[] json, JsonMapper mapper) {
        try {
            Map<String, Links> links = new HashMap<>();
            mapper.readValue(json, PRELOADS).forEach((path, preloaded) -> links.put(path, Links.of(preloaded)));
            return links;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Asked for as the page itself will ask, or the browser fetches it twice. */
    private static String relation(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".css" -> "preload; as=style; crossorigin";
            case ".woff2" -> "preload; as=font; crossorigin; fetchpriority=low";
            default -> "modulepreload";
        };
    }

    /** A member asks for the page, which may say so. */
    static void askedBy(UUID member, HttpRequest<?> request) {
        request.setAttribute(MEMBER, PublicId.MEMBER.format(member));
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
        Optional<String> member = request.getAttribute(MEMBER, String.class);
        byte[] page = index.orElseThrow();
        MutableHttpResponse<Object> answer = HttpResponse.ok();
        answer.contentType("text/html; charset=utf-8").body(member.map(id -> naming(id, page)).orElse(page));
        Optional.ofNullable(preloads.get(request.getPath())).ifPresent(links -> {
            answer.header(HttpHeaders.LINK, links.files().get(language(request)));
            member.ifPresent(id -> answer.header(HttpHeaders.LINK, links.reads()));
        });
        // A page that browsers take from their memory would name a member whose session is over.
        member.ifPresent(id -> answer.header(HttpHeaders.CACHE_CONTROL, "no-store"));
        AnswerHeaders.apply(request, answer);
        return answer;
    }

    /** For its scripts, which cannot read the cookie. */
    private static byte[] naming(String member, byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceFirst(BEGINNING, BEGINNING + "data-member=\"" + member + "\" ")
                .getBytes(StandardCharsets.UTF_8);
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
