package id.setia.messages;

import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands messages to the phone gateway: one POST each, redirects not followed, ten seconds at most. */
@Singleton
class PhoneCarrier implements Carrier {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int MOST_READ = 64 * 1024;

    private final PhoneGateways gateways;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    PhoneCarrier(PhoneGateways gateways) {
        this.gateways = gateways;
    }

    /** What a gateway said. */
    record Answer(int status, String body) {

        boolean isGood(PhoneGateway gateway) {
            return status >= 200 && status < 300 && body.contains(gateway.expected());
        }
    }

    @Override
    public boolean isSetUp() {
        return gateways.current().value().works();
    }

    @Override
    public void carry(OutgoingMessage message) throws NotTaken {
        PhoneGateway gateway = gateways.current().value();
        if (!gateway.works()) {
            throw new NotTaken("no gateway");
        }
        Answer answer = post(gateway, PublicId.MESSAGE.format(message.id()), message.to(), message.body());
        if (!answer.isGood(gateway)) {
            throw new NotTaken("status " + answer.status());
        }
    }

    /** Posts a text to a number, {@code +6281234567890}. */
    Answer post(PhoneGateway gateway, String id, String number, String text) throws NotTaken {
        CompletableFuture<HttpResponse<InputStream>> call =
                client.sendAsync(request(gateway, id, number, text), HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Answer> answer = call.thenApplyAsync(PhoneCarrier::read, Thread::startVirtualThread);
        try {
            return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException error) {
            call.cancel(true);
            call.thenAccept(PhoneCarrier::hangUp);
            throw new NotTaken(error);
        } catch (ExecutionException error) {
            throw new NotTaken((Exception) error.getCause());
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new NotTaken(error);
        }
    }

    private HttpRequest request(PhoneGateway gateway, String id, String number, String text) {
        String body = gateway.template()
                .filled(Map.of(
                        "to", gateway.form().of(number),
                        "text", text,
                        "id", id,
                        "channel", gateway.channel(),
                        "secret", gateway.secret() == null ? "" : gateways.open("", gateway.secret())));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.address()))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", gateway.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        gateway.headers().forEach(header -> request.header(header.name(), gateways.open(header.name(), header.sealed())));
        return request.build();
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8));
        } catch (IOException error) {
            return new Answer(0, "");
        }
    }

    private static void hangUp(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException error) {
            // The connection is gone either way.
        }
    }
}
