package id.setia.access;

import id.setia.kernel.SystemClock;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where OAuth libraries look by themselves: how tokens are got, and by which keys they are verified. Stands beside the API. */
@Hidden
@Controller("/.well-known")
@ExecuteOn(TaskExecutors.BLOCKING)
class WellKnownController {

    /** Less than the day for which a key is published before it signs, and no more than a token lives. */
    private static final String FOR_A_QUARTER = "public, max-age=900";

    private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post");

    private final SigningKeys keys;
    private final Deployment deployment;
    private final SystemClock clock;

    WellKnownController(SigningKeys keys, Deployment deployment, SystemClock clock) {
        this.keys = keys;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** What this authorization server is able to do (RFC 8414). */
    @Get("/oauth-authorization-server")
    @Allowed(everyone = true)
    HttpResponse<Map<String, Object>> metadata() {
        String url = deployment.publicUrl();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", url);
        metadata.put("token_endpoint", url + "/api/v1/oauth/token");
        metadata.put("token_endpoint_auth_methods_supported", METHODS);
        metadata.put("revocation_endpoint", url + "/api/v1/oauth/revoke");
        metadata.put("revocation_endpoint_auth_methods_supported", METHODS);
        metadata.put("jwks_uri", url + "/.well-known/jwks.json");
        metadata.put("scopes_supported", Arrays.stream(Scope.values()).map(Scope::value).sorted().toList());
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put("response_types_supported", List.of());
        metadata.put("service_documentation", url + "/developers");
        return kept(metadata);
    }

    /** The public halves of the keys of tokens, those included that sign only later (RFC 7517). */
    @Get("/jwks.json")
    @Allowed(everyone = true)
    HttpResponse<Map<String, Object>> keys() {
        return kept(Map.of("keys", keys.all(clock.now()).stream().map(SigningKey::published).toList()));
    }

    private static HttpResponse<Map<String, Object>> kept(Map<String, Object> body) {
        return HttpResponse.ok(body).header(HttpHeaders.CACHE_CONTROL, FOR_A_QUARTER);
    }
}
