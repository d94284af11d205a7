package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Where events are sent, and how it fares. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where events are sent, and how it fares.")
public record WebhookEndpointResponse(
        @Schema(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
        @Schema(description = "The partner whose events are sent.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Its address.", example = "https://hooks.example.com/setia") String url,
        @Schema(description = "What people call it.", example = "CRM") String description,
        @Schema(description = "Types of events that are sent; all when empty.", example = "[\"purchase.posted\",\"tier.changed\"]")
                List<String> types,
        @Schema(description = "Whether events are sent.", example = "true") boolean enabled,
        @Nullable
                @Schema(
                        description = "Why not: `asked` for, `gone` (it answered 410), `failing` for five days, or `partner_ended`.",
                        example = "failing")
                DisabledReason disabledReason,
        @Nullable @Schema(description = "Since when not.", example = "2026-11-22T03:04:05Z") Instant disabledAt,
        @Nullable
                @Schema(description = "Since when nothing was delivered any more; absent while all is well.", example = "2026-11-22T03:04:05Z")
                Instant failingSince,
        @Nullable
                @Schema(description = "When the newest of the events that were delivered was, of the last 30 days.", example = "2026-11-22T03:04:05Z")
                Instant lastDeliveredAt,
        @Schema(description = "Secrets that events are signed with, the newest first; two while one takes the other's place.")
                List<WebhookSecretResponse> secrets,
        @Schema(description = "When it was registered.", example = "2026-11-20T03:04:05Z") Instant createdAt,
        @Schema(description = "Counts its changes; also its `ETag`.", example = "1") long version) {}
