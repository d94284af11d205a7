package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Adds to refusals of tokens the {@code error} that OAuth libraries look for (RFC 6749, section 5.2). */
@ServerFilter(patterns = {"/api/v1/oauth/token", "/api/v1/oauth/revoke"})
class TokenRefusals {

    private static final Set<ProblemCode> OF_OAUTH =
            EnumSet.of(ProblemCode.INVALID_CLIENT, ProblemCode.UNSUPPORTED_GRANT_TYPE, ProblemCode.INVALID_SCOPE);
    private static final Set<ProblemCode> OUT_OF_USE =
            EnumSet.of(ProblemCode.STORE_CLOSED, ProblemCode.TERMINAL_RETIRED);

    private final JsonMapper mapper;

    TokenRefusals(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @ResponseFilter
    void complete(MutableHttpResponse<?> response) throws IOException {
        if (response.code() >= 400 && response.code() < 500 && response.body() != null) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            mapper.writeValueToTree(response.body()).entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
            members.put("error", JsonNode.createStringNode(error(response)));
            response.body(JsonNode.createObjectNode(members));
        }
    }

    private static String error(ProblemCode code) {
        if (OUT_OF_USE.contains(code)) {
            return "unauthorized_client";
        }
        if (code == ProblemCode.TOKEN_NOT_YOURS) {
            return "invalid_grant";
        }
        return OF_OAUTH.contains(code) ? code.code() : "invalid_request";
    }

    private static String error(HttpResponse<?> response) {
        return RouteAttributes.getException(response)
                .filter(Problem.class::isInstance)
                .map(problem -> ((Problem) problem).code())
                .map(TokenRefusals::error)
                .orElse("invalid_request");
    }
}
