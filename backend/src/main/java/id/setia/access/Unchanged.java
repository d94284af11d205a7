package id.setia.access;

import id.setia.kernel.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Answers that are read often and change seldom: each with an {@code ETag}, and 304 for who has it already. */
@Singleton
public class Unchanged {

    private static final int LENGTH = 16;

    private final Json json;

    Unchanged(Json json) {
        this.json = json;
    }

    /**
     * The answer, or that it is still the one the caller has.
     *
     * @param ifNoneMatch the header, with the tags of answers the caller has
     */
    public <T> HttpResponse<T> unless(Optional<String> ifNoneMatch, T answer) {
        String tag = "\"" + hash(answer) + "\"";
        boolean known = ifNoneMatch.stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(text -> text.strip().replaceFirst("^W/", ""))
                .anyMatch(text -> text.equals(tag) || text.equals("*"));
        MutableHttpResponse<T> response = known ? HttpResponse.notModified() : HttpResponse.ok(answer);
        return response.header(HttpHeaders.ETAG, tag);
    }

    private String hash(Object answer) {
        byte[] hash = Hashes.sha256(json.write(answer).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, LENGTH);
    }
}
