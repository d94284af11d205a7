package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A signed batch. */
@Serdeable
@Schema(description = "A signed batch.")
public record PostSignedBatchRequest(
        @NotNull
                @Size(min = 1, max = 12_000_000)
                @Schema(
                        description = "The batch as a compact JSON Web Signature: three parts of unpadded base64url, parted by dots.",
                        example = "eyJhbGciOiJFZERTQSIsImtpZCI6InRlcl8wMWtxNXp2NG04ZTd0OWIzeDJjMWQwZjZnYS4xIiwibnVtYmVyIjoxLCJwcmV2aW91cyI6IklmNHgzNkZVb21GaWFfaFVCR19TSnh0NzdVdHF2a1dxV0lkLTlILVhJYmsifQ.eyJyZWNlaXB0cyI6W119.JqTrfTAIhbi6aMsy8dczvvv75IfNJY_ueuutVu98I1iE5uHwKSG-csGBcibLvgKsrzrdtRPUozvJG43ok6MRCA")
                String batch) {}
