package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How an API client changes over to a new secret. */
@Serdeable
@Schema(description = "How an API client changes over to a new secret.")
public record RenewSecretRequest(
        @NotNull
                @Min(0)
                @Max(ClientIssue.LONGEST_CHANGEOVER)
                @Schema(description = "For how many hours the secret it has goes on to work: 0 to 168.", example = "24")
                Integer previousGoodForHours) {}
