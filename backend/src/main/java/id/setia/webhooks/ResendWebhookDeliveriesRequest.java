package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Which deliveries to send again. */
@Serdeable
@Schema(description = "Which deliveries to send again, by when their events were recorded.")
public record ResendWebhookDeliveriesRequest(
        @NotNull @Schema(description = "The first moment that counts.", example = "2026-11-22T00:00:00Z") Instant from,
        @NotNull @Schema(description = "The first moment that counts no more.", example = "2026-11-23T00:00:00Z") Instant until,
        @NotNull
                @Schema(description = "Whether those that were delivered are sent too, and not only dead letters.", example = "false")
                Boolean deliveredToo) {}
