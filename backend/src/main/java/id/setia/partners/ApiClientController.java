package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** API clients over HTTP. */
@Controller("/api/v1/api-clients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ApiClients")
class ApiClientController {

    private final ClientIssue clients;
    private final PartnerDirectory directory;
    private final SystemClock clock;

    ApiClientController(ClientIssue clients, PartnerDirectory directory, SystemClock clock) {
        this.clients = clients;
        this.directory = directory;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listApiClients",
            summary = "List API clients",
            description = "All API clients by name, revoked ones too. Store managers see those of the tills of their own stores.")
    ApiClientListResponse list(Caller caller) {
        return new ApiClientListResponse(
                clients.list(caller).stream().map(this::response).toList());
    }

    private ApiClientResponse response(ApiClient client) {
        return ApiClientResponse.of(client, client.terminalId().flatMap(directory::terminal), clock.now());
    }

    @Get("/{apiClientId}")
    @Allowed(staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "getApiClient",
            summary = "Read an API client",
            description = "An API client without its secrets; `ETag` names its version.")
    HttpResponse<ApiClientResponse> get(
            @Parameter(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
            Caller caller) {
        directory.refresh();
        return answer(clients.get(caller, id(apiClientId)));
    }

    private HttpResponse<ApiClientResponse> answer(ApiClient client) {
        return HttpResponse.ok(response(client)).header(HttpHeaders.ETAG, client.version().tag());
    }

    private static UUID id(String apiClientId) {
        return PublicId.API_CLIENT.parseOr(apiClientId, ProblemCode.API_CLIENT_NOT_FOUND);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "createApiClient",
            summary = "Register an API client",
            description = "Registers a client for a till or for a partner's system. Its secret stands in this answer and nowhere else. Store managers do so for the tills of their own stores.")
    IssuedClientResponse create(@Body @Valid CreateApiClientRequest client, Caller caller) {
        return issued(caller, clients.issue(caller, client));
    }

    private IssuedClientResponse issued(Caller caller, IssuedClient issued) {
        return new IssuedClientResponse(
                response(clients.get(caller, issued.id())), issued.clientKey(), issued.secret());
    }

    @Put("/{apiClientId}")
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "changeApiClient",
            summary = "Change an API client",
            description = "Renames a client and says what it may do. Tokens it has lose within two seconds what it may no longer.")
    HttpResponse<ApiClientResponse> change(
            @Parameter(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
            @Body @Valid ChangeApiClientRequest client,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answer(clients.change(caller, id(apiClientId), client, Version.of(Optional.ofNullable(ifMatch))));
    }

    @Post("/{apiClientId}/secrets")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "renewApiClientSecret",
            summary = "Give an API client a new secret",
            description = "The new secret stands in this answer and nowhere else. The one before works on for as many hours as asked, older ones end at once. A token ends with the secret it was given for.")
    IssuedClientResponse renewSecret(
            @Parameter(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
            @Body @Valid RenewSecretRequest renewal,
            Caller caller) {
        return issued(caller, clients.renewSecret(
                caller,
                id(apiClientId),
                renewal.previousGoodForHours(),
                Optional.ofNullable(renewal.expiresAt())));
    }

    @Delete("/{apiClientId}/secrets/{secretId}")
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "endApiClientSecret",
            summary = "End a secret of an API client",
            description = "Ends one secret by itself, the other goes on to work; tokens given for it are refused within two seconds.")
    HttpResponse<ApiClientResponse> endSecret(
            @Parameter(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
            @Parameter(description = "The secret, as the client names it.", example = "9f86d081884c") String secretId,
            Caller caller) {
        return answer(clients.endSecret(caller, id(apiClientId), secretId));
    }

    @Post("/{apiClientId}/revocation")
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "revokeApiClient",
            summary = "Revoke an API client",
            description = "Ends a client for good; its tokens are refused within two seconds. Revoking it again changes nothing.")
    HttpResponse<ApiClientResponse> revoke(
            @Parameter(description = "The client.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String apiClientId,
            Caller caller) {
        return answer(clients.revoke(caller, id(apiClientId)));
    }
}
