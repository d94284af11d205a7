package id.setia.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Somebody at a browser: keeps the cookie and the token against forged requests. */
final class Session {

    private final int port;
    private final Map<String, String> headers = new TreeMap<>();

    Session(int port) {
        this.port = port;
        keep(send("GET", "/api/v1/session", "", Map.of()));
    }

    /** Signs in, or joins: whatever answers with a session. */
    Reply enter(String path, String json) {
        Reply reply = post(path, json).require(201);
        keep(reply);
        keep(get("/api/v1/session"));
        return reply;
    }

    private void keep(Reply session) {
        if (session.headers().containsKey("set-cookie")) {
            headers.put("Cookie", session.headers().get("set-cookie").split(";", 2)[0]);
        }
        headers.put("X-CSRF-Token", session.text("csrfToken"));
    }

    /** What its requests carry. */
    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    Reply get(String path) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String json) {
        return send("POST", path, json, headers);
    }

    /** Asks under an idempotency key of its own. */
    Reply once(String path, String json) {
        Map<String, String> keyed = new TreeMap<>(headers);
        keyed.put("Idempotency-Key", UUID.randomUUID().toString());
        return send("POST", path, json, keyed);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json, headers);
    }

    /** Changes what was read just before. */
    Reply change(String path, String json) {
        return change(path, path, json);
    }

    /** Does something to what was read just before. */
    Reply change(String read, String path, String json) {
        Map<String, String> tagged = new TreeMap<>(headers);
        tagged.put("If-Match", get(read).require(200).headers().get("etag"));
        return send("PUT", path, json, tagged).require(200);
    }

    private Reply send(String method, String path, String json, Map<String, String> headers) {
        try (Wire wire = Wire.to(port)) {
            wire.send(bytes(method, path, json, headers));
            return wire.reply();
        } catch (IOException fault) {
            throw new UncheckedIOException(method + " " + path, fault);
        }
    }

    /** A request as it goes over the wire. */
    static byte[] bytes(String method, String path, String body, Map<String, String> headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (content.length > 0) {
            String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[start.length + content.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(content, 0, bytes, start.length, content.length);
        return bytes;
    }
}
