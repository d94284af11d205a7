package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Where to send events. */
@Serdeable
@Schema(description = "Where to send events.")
public record CreateWebhookEndpointRequest(
        @Nullable
                @Schema(
                        description = "The partner whose events are sent; by staff only, and the program's owner when absent. A partner's"
                                + " system registers endpoints of its own partner.",
                        example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String partnerId,
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
                List<@NotNull @Size(max = 60) String> types) {}
