package id.setia.webhooks;

import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Endpoints as they are shown. */
@Singleton
class EndpointAnswers {

    private final WebhookSecrets secrets;
    private final Transactions transactions;

    EndpointAnswers(WebhookSecrets secrets, Transactions transactions) {
        this.secrets = secrets;
        this.transactions = transactions;
    }

    WebhookEndpointResponse of(WebhookEndpoint endpoint) {
        return transactions.read(connection -> {
            Instant failingSince = ProgressRows.find(connection, endpoint.id())
                    .flatMap(EndpointProgress::failingSince)
                    .orElse(null);
            List<WebhookSecretResponse> live = secrets.live(connection, endpoint.id()).stream()
                    .map(WebhookSecretResponse::of)
                    .toList();
            return new WebhookEndpointResponse(
                    PublicId.WEBHOOK_ENDPOINT.format(endpoint.id()),
                    PublicId.PARTNER.format(endpoint.partnerId()),
                    endpoint.url(),
                    endpoint.description(),
                    endpoint.types().names(),
                    endpoint.enabled(),
                    endpoint.disabledReason().orElse(null),
                    endpoint.disabledAt().orElse(null),
                    failingSince,
                    DeliveryRows.lastDelivered(connection, endpoint.id()).orElse(null),
                    live,
                    endpoint.createdAt(),
                    endpoint.version().number());
        });
    }
}
