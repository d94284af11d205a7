package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A key of tokens. */
@Serdeable
@Schema(description = "A key of access tokens; its public half stands in `/.well-known/jwks.json`.")
public record SigningKeyResponse(
        @Schema(description = "The `kid` of tokens it signed.", example = "pZ0mR3vX9kQ2aB7c") String kid,
        @Schema(
                        description = "`upcoming`: known, and not signing yet; `signing`; `verifying`: for tokens it signed before.",
                        allowableValues = {"upcoming", "signing", "verifying"},
                        example = "signing")
                String state,
        @Schema(description = "When it was made.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Schema(description = "From when on it signs.", example = "2026-11-23T03:04:05Z") Instant signsFrom) {

    static SigningKeyResponse of(SigningKey key, String signing, Instant now) {
        return new SigningKeyResponse(key.kid(), state(key, signing, now), key.createdAt(), key.signsFrom());
    }

    private static String state(SigningKey key, String signing, Instant now) {
        if (key.kid().equals(signing)) {
            return "signing";
        }
        return key.signsFrom().isAfter(now) ? "upcoming" : "verifying";
    }
}
