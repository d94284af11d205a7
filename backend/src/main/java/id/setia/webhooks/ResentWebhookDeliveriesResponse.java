package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many deliveries are sent again. */
@Serdeable
@Schema(description = "How many deliveries are sent again.")
public record ResentWebhookDeliveriesResponse(
        @Schema(description = "How many; 0 when the request was sent again.", example = "120") int resent,
        @Schema(description = "Whether the request was sent before, so that this had no effect.", example = "false") boolean replayed) {}
