package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import io.micronaut.core.annotation.Nullable;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Controller("/api/v1/oauth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "OAuth", description = "Access tokens of tills and partners' systems.")
class TokenController {

    private static final String GRANT_TYPE = "client_credentials";
    private static final int LONGEST_SCOPE = 80;

    private final ClientCredentials clients;
    private final ClientTokens tokens;
    private final SystemClock clock;

    TokenController(ClientCredentials clients, ClientTokens tokens, SystemClock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Gives a till or partner's system a token for fifteen minutes (RFC 6749, section 4.4). */
    @Post("/token")
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
        Authenticated by = authenticate(asked.clientId(), asked.clientSecret());
        RegisteredClient client = by.client();
        clients.tokenRefusal(client).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        Set<Scope> scopes = narrowed(client, asked.scope());
        clients.used(client.id(), by.secret().id(), clock.now());
        ClientTokens.Issued issued = tokens.issue(client, by.secret(), scopes);
        return HttpResponse.ok(new TokenResponse(
                        issued.token(),
                        "Bearer",
                        issued.lifetime().toSeconds(),
                        scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" "))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private record Authenticated(RegisteredClient client, RegisteredClient.Secret secret) {}

    private Authenticated authenticate(@Nullable String clientId, @Nullable String secret) {
        if (clientId == null || secret == null) {
            throw Problem.of(ProblemCode.INVALID_CLIENT);
        }
        return accepted(clientId, secret)
                .or(() -> {
                    clients.lookAgain();
                    return accepted(clientId, secret);
                })
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_CLIENT));
    }

    private Optional<Authenticated> accepted(String clientId, String secret) {
        return clients.withKey(clientId).flatMap(client ->
                client.accepted(secret, clock.now()).map(accepted -> new Authenticated(client, accepted)));
    }

    private static Set<Scope> narrowed(RegisteredClient client, String asked) {
        if (asked == null || asked.isBlank()) {
            return client.scopes();
        }
        Set<Scope> scopes = Arrays.stream(asked.strip().split(" +"))
                .map(value -> Scope.of(value)
                        .filter(client.scopes()::contains)
                        .orElseThrow(() -> invalidScope(client, value)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return scopes;
    }

    /** Names the first scope that the client may not ask for, shortened, and those it may. */
    private static Problem invalidScope(RegisteredClient client, String asked) {
        return Problem.of(
                ProblemCode.INVALID_SCOPE,
                asked.substring(0, Math.min(asked.length(), LONGEST_SCOPE)),
                client.scopes().stream().sorted().map(Scope::value).collect(Collectors.joining(", ")));
    }

    /** Takes a token back before its time is over (RFC 7009). */
    @Post("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke an access token",
            description = "OAuth 2.0 token revocation (RFC 7009): a till or a partner's system takes back a token of its own, which is refused"
                    + " within two seconds everywhere. The credentials come as for a token. A token that is unknown, over or"
                    + " taken back already is answered with 200, too; one of another client with `token_not_yours`.",
            requestBody = @RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenRevocationRequest.class))))
    @ApiResponse(responseCode = "200", description = "The token is of no use any more.")
    void revoke(HttpRequest<?> request, @Body Map<String, Object> form) {
        TokenRevocationRequest asked = TokenRevocationRequest.of(form, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        if (asked.token() == null) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST);
        }
        tokens.revoke(authenticate(asked.clientId(), asked.clientSecret()).client(), asked.token());
    }
}
