package id.setia.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A token, as RFC 6749 writes it. */
@Serdeable
@Schema(description = "A token, as RFC 6749 writes it.")
public record TokenResponse(
        @JsonProperty("access_token") @Schema(description = "The token; send it as `Authorization: Bearer …`.", example = "eyJhbGciOiJSUzI1NiJ9…")
                String accessToken,
        @JsonProperty("token_type") @Schema(description = "Always `Bearer`.", example = "Bearer") String tokenType,
        @JsonProperty("expires_in") @Schema(description = "Seconds the token lives.", example = "900") long expiresIn,
        @Schema(description = "What the token allows, with spaces between.", example = "members:lookup purchases:write")
                String scope) {}
