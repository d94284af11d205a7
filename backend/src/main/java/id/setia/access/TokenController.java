package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Controller("/api/v1/oauth/token")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "OAuth", description = "Access tokens of tills and partners' systems.")
class TokenController {

    private static final String GRANT_TYPE = "client_credentials";

    private final ClientCredentials clients;
    private final ClientTokens tokens;
    private final SystemClock clock;

    TokenController(ClientCredentials clients, ClientTokens tokens, SystemClock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Gives a till or partner's system a token for fifteen minutes (RFC 6749, section 4.4). */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "issueToken",
            summary = "Get an access token",
            description = "OAuth 2.0 client credentials (RFC 6749, section 4.4): gives a till or a partner's system a token for fifteen minutes."
                    + " The credentials come as HTTP Basic or in the form. `scope` may ask for less than the client has."
                    + " A retired till, or one of a closed store, is refused with `terminal_retired` or `store_closed`; tokens it has go on until they expire.",
            requestBody = @RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenRequest.class))))
    HttpResponse<TokenResponse> issue(HttpRequest<?> request, @Body Map<String, Object> form) {
        TokenRequest asked = TokenRequest.of(form, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        if (asked.grantType() == null) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST);
        }
        if (!GRANT_TYPE.equals(asked.grantType())) {
            throw Problem.of(ProblemCode.UNSUPPORTED_GRANT_TYPE);
        }
        RegisteredClient client = authenticate(asked);
        clients.tokenRefusal(client).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        Set<Scope> scopes = narrowed(client, asked.scope());
        clients.used(client.id());
        return HttpResponse.ok(new TokenResponse(
                        tokens.issue(client, scopes),
                        "Bearer",
                        ClientTokens.LIFETIME.toSeconds(),
                        scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" "))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private RegisteredClient authenticate(TokenRequest asked) {
        return Optional.ofNullable(asked.clientId())
                .flatMap(clients::withKey)
                .filter(client -> asked.clientSecret() != null && client.accepts(asked.clientSecret(), clock.now()))
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_CLIENT));
    }

    private static Set<Scope> narrowed(RegisteredClient client, String asked) {
        if (asked == null || asked.isBlank()) {
            return client.scopes();
        }
        Set<Scope> scopes = Arrays.stream(asked.strip().split(" +"))
                .map(value -> Scope.of(value).orElseThrow(() -> Problem.of(ProblemCode.INVALID_SCOPE)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        if (!client.scopes().containsAll(scopes)) {
            throw Problem.of(ProblemCode.INVALID_SCOPE);
        }
        return scopes;
    }
}
