package id.setia.webhooks;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Endpoints over HTTP, for administrators and partners' systems. */
@Controller("/api/v1/webhook-endpoints")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookEndpointController {

    private final WebhookEndpoints endpoints;
    private final EndpointAnswers answers;

    WebhookEndpointController(WebhookEndpoints endpoints, EndpointAnswers answers) {
        this.endpoints = endpoints;
        this.answers = answers;
    }

    /** Lists endpoints. */
    @Get
    @Allowed(staff = Role.AUDITOR, scopes = Scope.WEBHOOKS_READ)
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "List webhook endpoints",
            description = "Where events are sent, the oldest first. Partners' systems see those of their own partner.")
    WebhookEndpointListResponse list(
            Caller caller,
            @Parameter(description = "Only those of this partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                    @Nullable
                    @QueryValue
                    String partnerId) {
        Optional<UUID> partner = Optional.ofNullable(partnerId)
                .map(text -> PublicId.PARTNER.parse(text)
                        .orElseThrow(() -> Problem.invalid("/partnerId", "partner_unknown")));
        return new WebhookEndpointListResponse(
                endpoints.list(caller, partner).stream().map(answers::of).toList());
    }

    /** Registers an endpoint. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Register a webhook endpoint",
            description = "Sends events from now on to an address, each as a signed `POST` by the Standard Webhooks specification:"
                    + " headers `webhook-id` (the event's id), `webhook-timestamp` and `webhook-signature`. Its secret stands in"
                    + " this answer and nowhere else. A partner has at most 20 endpoints.\n\nAnswer 2xx within 15 seconds. An event"
                    + " is sent at least once, and again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours, or as late as"
                    + " `Retry-After` asks; then it is a dead letter. Events of a member come in their order. 410, or five days"
                    + " without success, turn the endpoint off.")
    HttpResponse<IssuedWebhookEndpointResponse> create(
            Caller caller,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid CreateWebhookEndpointRequest request) {
        WebhookEndpoints.Registered registered = endpoints.register(caller, Optional.ofNullable(key), request);
        WebhookEndpoint endpoint = endpoints.find(caller, registered.id());
        return HttpResponse.created(
                        new IssuedWebhookEndpointResponse(answers.of(endpoint), registered.secret().orElse(null)))
                .header(HttpHeaders.ETAG, endpoint.version().tag());
    }

    /** One endpoint. */
    @Get("/{webhookEndpointId}")
    @Allowed(staff = Role.AUDITOR, scopes = Scope.WEBHOOKS_READ)
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "Read a webhook endpoint",
            description = "An endpoint and how it fares. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<WebhookEndpointResponse> get(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId) {
        return tagged(endpoints.find(caller, id(webhookEndpointId)));
    }

    /** Changes an endpoint. */
    @Put("/{webhookEndpointId}")
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change a webhook endpoint",
            description = "Writes an endpoint anew, turns it off, or on again: then what waited meanwhile is sent at once.")
    HttpResponse<WebhookEndpointResponse> change(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid ChangeWebhookEndpointRequest request) {
        return tagged(endpoints.change(caller, id(webhookEndpointId), version(ifMatch), request));
    }

    /** Takes an endpoint away. */
    @Delete("/{webhookEndpointId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Delete a webhook endpoint",
            description = "Takes an endpoint away for good, with what waits for it, its dead letters and its log.")
    void delete(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        endpoints.delete(caller, id(webhookEndpointId), version(ifMatch));
    }

    /** Gives a new secret. */
    @Post("/{webhookEndpointId}/secrets")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook endpoint a new secret",
            description = "The new secret stands in this answer and nowhere else. The one before signs too for as many hours as asked,"
                    + " older ones no more. Sent again under the same `Idempotency-Key`, it makes none: the answer tells the same"
                    + " secret, or `webhook_secret_not_found` once that signs no more.")
    IssuedWebhookSecretResponse rotate(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid RotateWebhookSecretRequest request) {
        WebhookSecrets.Made made = endpoints.rotate(
                caller,
                Optional.ofNullable(key),
                id(webhookEndpointId),
                Duration.ofHours(request.previousGoodForHours()));
        return new IssuedWebhookSecretResponse(PublicId.WEBHOOK_SECRET.format(made.id()), made.text());
    }

    /** Ends a secret. */
    @Delete("/{webhookEndpointId}/secrets/{webhookSecretId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "endWebhookSecret",
            summary = "End a secret of a webhook endpoint",
            description = "Events are no longer signed with the secret. The newest one stays: `last_webhook_secret`.")
    void endSecret(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Parameter(description = "The secret.", example = "whs_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookSecretId) {
        endpoints.endSecret(
                caller,
                id(webhookEndpointId),
                PublicId.WEBHOOK_SECRET.parseOr(webhookSecretId, ProblemCode.WEBHOOK_SECRET_NOT_FOUND));
    }

    private HttpResponse<WebhookEndpointResponse> tagged(WebhookEndpoint endpoint) {
        return HttpResponse.ok(answers.of(endpoint)).header(HttpHeaders.ETAG, endpoint.version().tag());
    }

    static UUID id(String webhookEndpointId) {
        return PublicId.WEBHOOK_ENDPOINT.parseOr(webhookEndpointId, ProblemCode.WEBHOOK_ENDPOINT_NOT_FOUND);
    }

    private static Version version(String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }
}
