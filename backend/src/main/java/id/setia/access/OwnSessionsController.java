package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;

@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Session")
class OwnSessionsController {

    private final Sessions sessions;

    OwnSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The browsers the member is signed in on. */
    @Get
    @Allowed(member = true)
    @Operation(
            operationId = "listSessions",
            summary = "List where one is signed in",
            description = "The browsers the member is signed in on, the one used last first.")
    OwnSessionsResponse list(HttpRequest<?> request) {
        Session own = session(request);
        byte[] ownHash = Hashes.sha256(own.token());
        return new OwnSessionsResponse(sessions.of(own.kind(), own.subjectId()).stream()
                .map(open -> new OwnSessionResponse(
                        MessageDigest.isEqual(ownHash, open.tokenHash()),
                        open.device().isEmpty() ? null : open.device(),
                        open.createdAt(),
                        open.seenAt()))
                .toList());
    }

    /** Signs the member out everywhere else. */
    @Delete("/others")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(member = true)
    @Operation(
            operationId = "endOtherSessions",
            summary = "Sign out elsewhere",
            description = "Ends every session of the member but the one that asks.")
    void endOthers(HttpRequest<?> request) {
        sessions.endOthers(session(request));
    }

    private static Session session(HttpRequest<?> request) {
        return CallerFilter.session(request).orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
    }
}
