package id.setia.testing;

import id.setia.platform.ContractWatch;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody at a browser, or a till: keeps cookies and the CSRF token, and shows answers as they are. */
public final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean watched = true;

    public Browser(EmbeddedServer server, JsonMapper mapper) {
        this.server = server;
        this.mapper = mapper;
        headers.put("Accept-Language", "en");
    }

    /** Another one with the same cookies and headers. */
    public Browser copy() {
        Browser copy = new Browser(server, mapper);
        copy.cookies.putAll(cookies);
        copy.headers.putAll(headers);
        copy.watched = watched;
        return copy;
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

    /** Sends on purpose what the contract does not know: what it sends is no longer held against it, answers still are. */
    public Browser unwatched() {
        watched = false;
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

    /** Sends what may be sent again, under the key. */
    public Answer postUnder(String key, String path, String json) {
        with("Idempotency-Key", key);
        try {
            return post(path, json);
        } finally {
            with("Idempotency-Key", "");
        }
    }

    /** Sends what may be sent again, under a key of its own. */
    public Answer postOnce(String path, String json) {
        return postUnder(UUID.randomUUID().toString(), path, json);
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
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))),
                head.toString());
    }

    public Answer send(String method, String path, String contentType, String body) {
        return send(
                method,
                path,
                contentType,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                body);
    }

    private Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body, String text) {
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
            hold(response, path, contentType, text);
            return new Answer(response.statusCode(), response.headers(), response.body(), mapper);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Sends the request whole and hangs up without waiting for the answer. */
    public void sendAndHangUp(String method, String path, String contentType, String body) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + server.getHost() + "\r\n");
        headers.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        cookies.forEach((name, value) -> request.append("Cookie: ").append(name).append('=').append(value).append("\r\n"));
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        request.append("Content-Type: ").append(contentType).append("\r\nContent-Length: ").append(content.length).append("\r\n\r\n");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private void hold(HttpResponse<String> response, String path, String contentType, String body) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        if (!contentType.isEmpty()) {
            sent.put("Content-Type", contentType);
        }
        ContractWatch.hold(
                new ContractWatch.Sent(response.request().method(), path, sent, body, watched),
                new ContractWatch.Came(response.statusCode(), response.headers().map(), response.body()));
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

        private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<![\\w.]|\\w-|\\d:)\\d+(?![\\w:-]|\\.\\d)");

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

        /** The whole numbers it tells, digits within identifiers, moments and decimals aside. */
        public List<String> numbers() {
            return WHOLE_NUMBER.matcher(body).results().map(MatchResult::group).toList();
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
