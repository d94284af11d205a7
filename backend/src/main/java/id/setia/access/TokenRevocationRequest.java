package id.setia.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** A token to take back, as RFC 7009 writes it. */
@Serdeable
@Schema(description = "A token to take back, as RFC 7009 writes it.")
public record TokenRevocationRequest(
        @Schema(description = "The token.", requiredMode = Schema.RequiredMode.REQUIRED, example = "eyJhbGciOiJSUzI1NiJ9…")
                @Nullable String token,
        @JsonProperty("token_type_hint")
                @Schema(description = "`access_token`, or nothing: there are no others.", example = "access_token")
                @Nullable String tokenTypeHint,
        @JsonProperty("client_id")
                @Schema(description = "The client, unless HTTP Basic names it.", example = "till-menteng-1")
                @Nullable String clientId,
        @JsonProperty("client_secret")
                @Schema(description = "The client's secret, unless HTTP Basic carries it.", example = "kF2v…")
                @Nullable String clientSecret) {

    /** What a form and an {@code Authorization} header ask for. */
    static TokenRevocationRequest of(Map<String, Object> form, @Nullable String authorization) {
        String[] credentials = authorization == null
                ? new String[] {TokenRequest.text(form, "client_id"), TokenRequest.text(form, "client_secret")}
                : TokenRequest.basic(authorization);
        return new TokenRevocationRequest(
                TokenRequest.text(form, "token"),
                TokenRequest.text(form, "token_type_hint"),
                credentials[0],
                credentials[1]);
    }

    @Override
    public String toString() {
        return "TokenRevocationRequest[clientId=" + clientId + "]";
    }
}
