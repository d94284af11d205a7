package id.setia.webhooks;

import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Signs a message and sends it, once. */
@Singleton
class WebhookLetters {

    private final WebhookPost post;
    private final SystemClock clock;

    WebhookLetters(WebhookPost post, SystemClock clock) {
        this.post = post;
        this.clock = clock;
    }

    /** An attempt and what came of it. */
    record Sent(Delivery delivery, Attempt attempt, SendResult result) {}

    /** @param keys to sign with, one signature each */
    Sent send(String url, WebhookMessages.Message message, List<byte[]> keys) {
        Delivery delivery = message.delivery();
        Instant begun = clock.now();
        Map<String, String> headers = WebhookSignature.headers(message.id(), begun, message.body(), keys);
        SendResult result = post.send(url, headers, message.body(), delivery.tries());
        Duration took = Duration.between(begun, clock.now());
        return new Sent(
                delivery,
                Attempt.of(delivery.id(), delivery.tries() + 1, begun, took.isNegative() ? Duration.ZERO : took, result),
                result);
    }
}
