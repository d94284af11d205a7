package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Endpoints. */
@Serdeable
@Schema(description = "Endpoints, the oldest first.")
public record WebhookEndpointListResponse(@Schema(description = "The endpoints.") List<WebhookEndpointResponse> items) {}
