package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event on its way to an endpoint. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An event on its way to an endpoint, and what became of it.")
public record WebhookDeliveryResponse(
        @Schema(description = "The delivery.", example = "whd_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookDeliveryId,
        @Schema(description = "The event; also the header `webhook-id`.", example = "evt_01kq5zv4m8e7t9b3x2c1d0f6ga") String eventId,
        @Schema(description = "Type of the event.", example = "purchase.posted") String type,
        @Schema(description = "When the event was recorded.", example = "2026-11-22T03:04:06Z") Instant recordedAt,
        @Schema(
                        description = "`waiting` to be sent, `delivered`, `dead` after its last attempt, or `withdrawn` because the member no"
                                + " longer shares with partners.",
                        example = "waiting")
                DeliveryState state,
        @Nullable @Schema(description = "When it is sent next, not earlier.", example = "2026-11-22T03:09:06Z") Instant nextAttemptAt,
        @Nullable @Schema(description = "When it no longer waited.", example = "2026-11-22T03:04:07Z") Instant finishedAt,
        @Schema(description = "The attempts of the last 90 days.") List<WebhookAttemptResponse> attempts,
        @Nullable
                @Schema(
                        description = "The body as it is sent, when one delivery is read; absent where the event is no longer for the endpoint's"
                                + " partner, or too old.",
                        example = "{\"id\":\"evt_01kq5zv4m8e7t9b3x2c1d0f6ga\",\"type\":\"purchase.posted\"}")
                String body) {

    static WebhookDeliveryResponse of(Delivery delivery, List<Attempt> attempts, Optional<String> body) {
        return new WebhookDeliveryResponse(
                PublicId.WEBHOOK_DELIVERY.format(delivery.id()),
                PublicId.EVENT.format(delivery.eventId()),
                delivery.type().value(),
                delivery.eventAt(),
                delivery.state(),
                delivery.nextAttemptAt().orElse(null),
                delivery.finishedAt().orElse(null),
                attempts.stream().map(WebhookAttemptResponse::of).toList(),
                body.orElse(null));
    }
}
