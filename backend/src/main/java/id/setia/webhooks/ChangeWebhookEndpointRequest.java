package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An endpoint as it is to be. */
@Serdeable
@Schema(description = "An endpoint as it is to be.")
public record ChangeWebhookEndpointRequest(
        @NotNull
                @Size(min = 1, max = 2_000)
                @Schema(
                        description = "Address that takes a `POST`: https, on port 443 or one from 1024 on, of the public Internet; no"
                                + " redirects are followed.",
                        example = "https://hooks.example.com/setia")
                String url,
        @NotNull @Schema(description = "What people call it, 1 to 120 characters.", example = "CRM") String description,
        @NotNull
                @Size(max = 100)
                @Schema(
                        description = "Types of events to send; all when empty. `GET /event-types` lists them.",
                        example = "[\"purchase.posted\",\"tier.changed\"]")
                List<@NotNull @Size(max = 60) String> types,
        @NotNull
                @Schema(
                        description = "Whether events are sent. Those of a time in which they were not are sent when they are again, as far"
                                + " as they are of the last 90 days.",
                        example = "true")
                Boolean enabled) {}
