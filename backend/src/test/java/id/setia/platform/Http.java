package id.setia.platform;

import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A client that has nothing in common with the server, and shows answers as they are. */
@Singleton
class Http {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final JsonMapper mapper;

    Http(EmbeddedServer server, JsonMapper mapper) {
        this.server = server;
        this.mapper = mapper;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), with(headers, "Content-Type", MediaType.APPLICATION_JSON));
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ContractWatch.hold(
                    new ContractWatch.Sent(method, path, Map.of(), "", false),
                    new ContractWatch.Came(response.statusCode(), response.headers().map(), response.body()));
            return new Answer(response.statusCode(), response.headers(), response.body(), mapper);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Sends bytes that need not be HTTP and gives back whatever comes until the server closes. */
    String raw(String bytes) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException keptOpen) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        for (int index = 0; index < headers.length; index += 2) {
            if (headers[index].equalsIgnoreCase(name)) {
                return headers;
            }
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    record Answer(int status, HttpHeaders headers, String body, JsonMapper mapper) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return mapper.readValue(body, JsonNode.class);
            } catch (IOException error) {
                throw new AssertionError("not JSON: " + body, error);
            }
        }

        String code() {
            return json().get("code").getStringValue();
        }

        /** Whether it is a problem through and through. */
        boolean isProblem() {
            return header("Content-Type").equals("application/problem+json")
                    && json().get("status").getIntValue() == status
                    && !json().get("title").getStringValue().isBlank()
                    && !json().get("detail").getStringValue().isBlank()
                    && !json().get("requestId").getStringValue().isBlank()
                    && json().get("errors").isArray();
        }
    }
}
