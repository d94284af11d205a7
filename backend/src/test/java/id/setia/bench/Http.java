package id.setia.bench;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** One caller of the API: a browser with its session, or a system with its token. A busy server is asked again. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private static final int BUSY = 503;
    private static final int MOST_TRIES = 30;
    private static final int BETWEEN_TRIES = 1_000;

    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Http(String address) {
        this.address = address;
    }

    /** An answer that was what it should be. */
    record Answer(HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readValue(response.body(), JsonNode.class);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        String text(String field) {
            return json().get(field).getStringValue();
        }

        String tag() {
            return response.headers().firstValue("ETag").orElse("");
        }
    }

    Http with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    Answer post(String path, String json) {
        return send("POST", path, json, Map.of("Content-Type", "application/json"));
    }

    Answer post(String path, String json, String name, String value) {
        return send("POST", path, json, Map.of("Content-Type", "application/json", name, value));
    }

    Answer put(String path, String json, String tag) {
        return send("PUT", path, json, Map.of("Content-Type", "application/json", "If-Match", tag));
    }

    Answer form(String path, String form) {
        return send("POST", path, form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Answer send(String method, String path, String body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        more.forEach(request::header);
        HttpResponse<String> answer = send(request.build());
        for (int tries = 1; answer.statusCode() == BUSY && tries < MOST_TRIES; tries++) {
            pause();
            answer = send(request.build());
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return new Answer(answer);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Signs a browser in, by whatever the path takes, and keeps the session. */
    void signIn(String path, String json) {
        keep(get("/api/v1/session"));
        keep(post(path, json));
        keep(get("/api/v1/session"));
    }

    private void keep(Answer session) {
        session.response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.startsWith("__Host-setia="))
                .forEach(cookie -> headers.put("Cookie", cookie));
        JsonNode token = session.json().get("csrfToken");
        if (token != null && token.isString() && !token.getStringValue().isEmpty()) {
            headers.put("X-CSRF-Token", token.getStringValue());
        }
    }

    String header(String name) {
        return headers.get(name);
    }

    /** Whether a path answers 200. */
    boolean answers(String path) {
        try {
            return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }
}
