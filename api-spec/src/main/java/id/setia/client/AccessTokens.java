package id.setia.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The access token of one client, fetched when it is needed and renewed half a minute before it ends. */
final class AccessTokens {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final HttpClient client;
    private final ObjectMapper mapper;
    private final HttpRequest request;
    private String token = "";
    private long renewAt;

    AccessTokens(HttpClient client, ObjectMapper mapper, URI endpoint, String clientId, String clientSecret) {
        this.client = client;
        this.mapper = mapper;
        String credentials = encoded(clientId) + ":" + encoded(clientSecret);
        this.request = HttpRequest.newBuilder(endpoint)
                .timeout(TO_ANSWER)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    synchronized String current() {
        if (token.isEmpty() || System.nanoTime() - renewAt >= 0) {
            renew();
        }
        return token;
    }

    synchronized void forget() {
        token = "";
    }

    private void renew() {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CredentialsRefusedException(Refusal.of(answer.statusCode(), answer.body(), mapper));
            }
            JsonNode issued = mapper.readTree(answer.body());
            if (!issued.path("access_token").isTextual()) {
                throw new IOException("no access token came from " + request.uri());
            }
            token = issued.get("access_token").textValue();
            renewAt = System.nanoTime() + Duration.ofSeconds(issued.path("expires_in").asLong()).minus(EARLY).toNanos();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while waiting for a token", stopped));
        }
    }
}
