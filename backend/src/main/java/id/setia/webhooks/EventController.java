package id.setia.webhooks;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;

/** The feed of events over HTTP. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Events")
class EventController {

    private static final int VERSION = 1;

    private final EventReads reads;

    EventController(EventReads reads) {
        this.reads = reads;
    }

    /** Replays the feed. */
    @Get("/events")
    @Allowed(staff = Role.ADMINISTRATOR, scopes = Scope.EVENTS_READ)
    @Operation(
            operationId = "listEvents",
            summary = "Replay events",
            description = "What happened within the last 90 days, in one order that never changes; events of a member in theirs."
                    + " Begin without `after`, keep `next` of each answer and send it as `after` to go on, every few seconds"
                    + " when there is nothing more. Partners are told what happened at their own stores and to members who share"
                    + " with partners at the moment of reading, the program's owner and administrators everything. A position of"
                    + " more than 90 days ago is answered 410 `events_gone`: begin without `after`, and read anew what you keep"
                    + " of members and purchases.")
    EventListResponse list(
            Caller caller,
            @Parameter(description = "`next` of the answer before; from 90 days ago without it.", example = "ZXY6MTg0NDY3")
                    @Nullable
                    @QueryValue
                    @Size(max = 100)
                    String after,
            @Parameter(description = "Only these types, with commas between them; all without it.", example = "purchase.posted,tier.changed")
                    @Nullable
                    @QueryValue
                    @Size(max = 2_000)
                    String types,
            @Parameter(description = "How many events at most.", example = "100")
                    @QueryValue(defaultValue = "100")
                    @Min(1)
                    @Max(500)
                    int limit) {
        return reads.page(
                Viewer.of(caller),
                Optional.ofNullable(after),
                TypeFilter.ofList("/types", Optional.ofNullable(types)),
                limit);
    }

    /** The types of events. */
    @Get("/event-types")
    @Allowed(staff = Role.AUDITOR, scopes = {Scope.EVENTS_READ, Scope.WEBHOOKS_READ})
    @Operation(
            operationId = "listEventTypes",
            summary = "List the types of events",
            description = "Every type with the schema of what its events tell. Types and fields may be added; pass over what you do not know.")
    EventTypeListResponse types() {
        return new EventTypeListResponse(Arrays.stream(EventType.values()).map(EventController::response).toList());
    }

    private static EventTypeResponse response(EventType type) {
        return new EventTypeResponse(
                type.value(), VERSION, type.description(), type.audience(), EventSchemas.of(type.data()));
    }
}
