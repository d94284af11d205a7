package id.setia.partners;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** How an API client changes over to a new secret. */
@Serdeable
@Schema(description = "How an API client changes over to a new secret.")
public record RenewSecretRequest(
        @NotNull
                @Min(0)
                @Max(ClientIssue.LONGEST_CHANGEOVER)
                @Schema(description = "For how many hours the secret it has goes on to work: 0 to 168.", example = "24")
                Integer previousGoodForHours,
        @Nullable
                @Schema(
                        description = "When the new secret ends by itself, at least an hour ahead; never when left out.",
                        example = "2027-11-22T03:04:05Z")
                Instant expiresAt) {}
