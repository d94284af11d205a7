package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** An endpoint with its secret, told this once. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An endpoint with its secret, which is told this once.")
public record IssuedWebhookEndpointResponse(
        @Schema(description = "The endpoint.") WebhookEndpointResponse endpoint,
        @Nullable
                @Schema(
                        description = "What to verify signatures with; absent when the request was sent again: make another secret then.",
                        example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=")
                String secret) {

    @Override
    public String toString() {
        return "IssuedWebhookEndpointResponse[" + endpoint.webhookEndpointId() + "]";
    }
}
