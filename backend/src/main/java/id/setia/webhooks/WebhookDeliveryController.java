package id.setia.webhooks;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

/** What was sent to an endpoint, over HTTP. */
@Controller("/api/v1/webhook-endpoints/{webhookEndpointId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookDeliveryController {

    private final WebhookDeliveries deliveries;

    WebhookDeliveryController(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The delivery log. */
    @Get("/deliveries")
    @Allowed(staff = Role.AUDITOR, scopes = Scope.WEBHOOKS_READ)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List what was sent to a webhook endpoint",
            description = "Deliveries and their attempts, the newest first; `state=dead` lists the dead letters. What was delivered is"
                    + " kept for 30 days, dead letters for 90.")
    WebhookDeliveryListResponse list(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Parameter(description = "Only those in this state.", example = "dead") @Nullable @QueryValue DeliveryState state,
            @Parameter(description = "Only events of this type.", example = "purchase.posted") @Nullable @QueryValue String type,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Optional<EventType> wanted = Optional.ofNullable(type)
                .map(name -> EventType.of(name).orElseThrow(() -> Problem.invalid("/type", "event_type_unknown", name)));
        Page<WebhookDeliveryResponse> page = deliveries
                .page(
                        caller,
                        WebhookEndpointController.id(webhookEndpointId),
                        Optional.ofNullable(state),
                        wanted,
                        Optional.ofNullable(cursor),
                        limit)
                .map(WebhookDeliveryController::response);
        return new WebhookDeliveryListResponse(page.items(), page.nextCursor().orElse(null));
    }

    /** One delivery. */
    @Get("/deliveries/{webhookDeliveryId}")
    @Allowed(staff = Role.AUDITOR, scopes = Scope.WEBHOOKS_READ)
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "Read a delivery",
            description = "An event on its way to an endpoint, with every attempt and what is sent.")
    WebhookDeliveryResponse get(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Parameter(description = "The delivery.", example = "whd_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookDeliveryId) {
        UUID endpointId = WebhookEndpointController.id(webhookEndpointId);
        WebhookDeliveries.Logged found = deliveries.find(caller, endpointId, delivery(webhookDeliveryId));
        return WebhookDeliveryResponse.of(found.delivery(), found.attempts(), deliveries.body(caller, found.delivery()));
    }

    /** Sends one again. */
    @Post("/deliveries/{webhookDeliveryId}/resend")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "resendWebhookDelivery",
            summary = "Send an event again",
            description = "Sends the event again from the beginning, with all its attempts, whatever became of it before.")
    WebhookDeliveryResponse resend(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Parameter(description = "The delivery.", example = "whd_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookDeliveryId,
            @Nullable @Header("Idempotency-Key") String key) {
        return response(deliveries.resend(
                caller,
                Optional.ofNullable(key),
                WebhookEndpointController.id(webhookEndpointId),
                delivery(webhookDeliveryId)));
    }

    /** Sends many again. */
    @Post("/resends")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "resendWebhookDeliveries",
            summary = "Send the events of a time again",
            description = "Sends dead letters again whose events were recorded within a time, or also what was delivered. What is older"
                    + " than the log is read by `GET /events`.")
    ResentWebhookDeliveriesResponse resendAll(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid ResendWebhookDeliveriesRequest request) {
        return deliveries.resend(
                caller, Optional.ofNullable(key), WebhookEndpointController.id(webhookEndpointId), request);
    }

    /** Tries an endpoint out. */
    @Post("/test")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Try a webhook endpoint out",
            description = "Sends a signed `webhook.test` event at once, once, also to an endpoint that is turned off, and tells what came"
                    + " of it.")
    WebhookDeliveryResponse attempt(
            Caller caller,
            @Parameter(description = "The endpoint.", example = "whe_01kq5zv4m8e7t9b3x2c1d0f6ga") String webhookEndpointId) {
        return response(deliveries.attempt(caller, WebhookEndpointController.id(webhookEndpointId)));
    }

    private static WebhookDeliveryResponse response(WebhookDeliveries.Logged logged) {
        return WebhookDeliveryResponse.of(logged.delivery(), logged.attempts(), Optional.empty());
    }

    private static UUID delivery(String webhookDeliveryId) {
        return PublicId.WEBHOOK_DELIVERY.parseOr(webhookDeliveryId, ProblemCode.WEBHOOK_DELIVERY_NOT_FOUND);
    }
}
