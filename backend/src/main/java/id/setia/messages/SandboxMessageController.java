package id.setia.messages;

import id.setia.access.Allowed;
import id.setia.access.Deployment;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

/** What a sandbox did not send, over HTTP. */
@Controller("/api/v1/sandbox/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sandbox")
class SandboxMessageController {

    private final Messages messages;
    private final Deployment deployment;

    SandboxMessageController(Messages messages, Deployment deployment) {
        this.messages = messages;
        this.deployment = deployment;
    }

    @Get
    @Allowed(scopes = Scope.SANDBOX_READ, staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listSandboxMessages",
            summary = "Read the messages of a sandbox",
            description = "Mails and messages to phones that a sandbox kept instead of sending them, the newest first, with the codes"
                    + " in them. In a sandbox only; otherwise 404.")
    SandboxMessageListResponse list(
            @Nullable @QueryValue String cursor, @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit) {
        if (!deployment.sandbox()) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        Page<SandboxMessageResponse> page = Page.of(
                        messages.before(Optional.ofNullable(cursor).map(SandboxMessageController::place), limit + 1),
                        limit,
                        last -> Cursor.of(PublicId.MESSAGE.format(last.id())))
                .map(SandboxMessageResponse::of);
        return new SandboxMessageListResponse(page.items(), page.nextCursor().orElse(null));
    }

    private static UUID place(String cursor) {
        return PublicId.MESSAGE.parse(Cursor.place(cursor)).orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown"));
    }
}
