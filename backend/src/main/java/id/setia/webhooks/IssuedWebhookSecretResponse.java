package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A new secret, told this once. */
@Serdeable
@Schema(description = "A new secret, which is told this once.")
public record IssuedWebhookSecretResponse(
        @Schema(description = "The secret's id.", example = "whs_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookSecretId,
        @Schema(description = "What to verify signatures with.", example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=")
                String secret) {

    @Override
    public String toString() {
        return "IssuedWebhookSecretResponse[" + webhookSecretId + "]";
    }
}
