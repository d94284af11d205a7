package id.setia.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A request for a token, as RFC 6749 writes it. */
@Serdeable
@Schema(description = "A request for a token, as RFC 6749 writes it.")
public record TokenRequest(
        @JsonProperty("grant_type")
                @Schema(
                        description = "Always `client_credentials`.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "client_credentials")
                @Nullable String grantType,
        @JsonProperty("client_id")
                @Schema(description = "The client, unless HTTP Basic names it.", example = "till-menteng-1")
                @Nullable String clientId,
        @JsonProperty("client_secret")
                @Schema(description = "The client's secret, unless HTTP Basic carries it.", example = "kF2v…")
                @Nullable String clientSecret,
        @Schema(description = "Scopes wanted, with spaces between; all of the client's when absent.", example = "purchases:write members:lookup")
                @Nullable String scope) {

    private static final String BASIC = "Basic ";

    /** What a form and an {@code Authorization} header ask for; fields the form has beyond are passed over. */
    static TokenRequest of(Map<String, Object> form, @Nullable String authorization) {
        String grantType = text(form, "grant_type");
        String scope = text(form, "scope");
        if (authorization == null) {
            return new TokenRequest(grantType, text(form, "client_id"), text(form, "client_secret"), scope);
        }
        String[] credentials = basic(authorization);
        return new TokenRequest(grantType, credentials[0], credentials[1], scope);
    }

    static String text(Map<String, Object> form, String name) {
        return form.get(name) instanceof CharSequence value ? value.toString() : null;
    }

    /** Client and secret of HTTP Basic. */
    static String[] basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw Problem.of(ProblemCode.INVALID_CLIENT);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length < 2) {
                throw Problem.of(ProblemCode.INVALID_CLIENT);
            }
            return new String[] {
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8)
            };
        } catch (IllegalArgumentException error) {
            throw Problem.of(ProblemCode.INVALID_CLIENT);
        }
    }

    @Override
    public String toString() {
        return "TokenRequest[clientId=" + clientId + "]";
    }
}
