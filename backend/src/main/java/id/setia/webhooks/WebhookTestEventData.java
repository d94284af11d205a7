package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A trial event, sent when somebody asks for it. */
@Serdeable
@Schema(description = "A trial event, sent when somebody asks for it.")
record WebhookTestEventData(
        @Schema(description = "The endpoint that is tried.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId) {}
