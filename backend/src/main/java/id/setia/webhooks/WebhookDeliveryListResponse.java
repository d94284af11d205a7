package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of deliveries. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of deliveries, the newest first.")
public record WebhookDeliveryListResponse(
        @Schema(description = "The deliveries.") List<WebhookDeliveryResponse> items,
        @Nullable @Schema(description = "Place of the next page; absent on the last.", example = "d2hkXzAxa3E1enY0bTg") String nextCursor) {}
