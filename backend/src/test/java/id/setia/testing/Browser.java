package id.setia.testing;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody at a browser, or a till: keeps cookies and the CSRF token, and shows answers as they are. */
public final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(EmbeddedServer server, JsonMapper mapper) {
        this.server = server;
        this.mapper = mapper;
        headers.put("Accept-Language", "en");
    }

    /** Sends the header with every request from now on; an empty value no longer. */
    public Browser with(String header, String value) {
        if (value.isEmpty()) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    /** What is sent in a header, empty where nothing is. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The value of a cookie, empty where there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Browser setCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer postForm(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    /** Changes what was read under the tag; an empty one is not sent. */
    public Answer put(String path, String ifMatch, String json) {
        with("If-Match", ifMatch);
        try {
            return send("PUT", path, "application/json", json);
        } finally {
            with("If-Match", "");
        }
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** Asks for the session and sends its CSRF token from now on. */
    public Browser loadPage() {
        return with("X-CSRF-Token", get("/api/v1/session").text("csrfToken"));
    }

    /** Sends a form with a file in its field {@code file}. */
    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        return uploadAs("file", path, fileName, content, fields);
    }

    /** Sends a form with a file in the field named. */
    public Answer uploadAs(String field, String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "setia-boundary";
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    public Answer send(String method, String path, String contentType, String body) {
        return send(
                method,
                path,
                contentType,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.getURI().resolve(path)).method(method, body);
        headers.forEach(request::header);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body(), mapper);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body, JsonMapper mapper) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return mapper.readValue(body, JsonNode.class);
            } catch (IOException error) {
                throw new AssertionError("not JSON: " + body, error);
            }
        }

        /** A text of the answer's top level, empty where it is left out. */
        public String text(String name) {
            JsonNode value = json().get(name);
            return value == null ? "" : value.coerceStringValue();
        }

        /** The codes of the fields that are wrong, by pointer. */
        public Map<String, String> fieldCodes() {
            Map<String, String> codes = new LinkedHashMap<>();
            json().get("errors")
                    .values()
                    .forEach(error -> codes.put(
                            error.get("pointer").getStringValue(), error.get("code").getStringValue()));
            return codes;
        }
    }
}
