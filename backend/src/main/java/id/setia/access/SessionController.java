package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

@Controller("/api/v1/session")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Session", description = "Signing in and out on a browser.")
class SessionController {

    private final SignIns signIns;
    private final SignInChecks checks;

    SessionController(SignIns signIns, SignInChecks checks) {
        this.signIns = signIns;
        this.checks = checks;
    }

    /** Who is signed in on this browser, and the token its changes must carry. */
    @Get
    @Allowed(everyone = true)
    @Operation(
            operationId = "getSession",
            summary = "Who is signed in on this browser",
            description = "Answers for everyone; also gives the CSRF token that changes must carry.")
    HttpResponse<SessionResponse> get(HttpRequest<?> request) {
        return signIns.current(request);
    }

    /** Signs in by e-mail and password and sets the session cookie. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "Signs a member or a member of staff in by e-mail (a member also by phone) and password and sets the session cookie."
                    + " Too many failures are refused for a while with `too_many_attempts`.")
    HttpResponse<SessionResponse> signIn(HttpRequest<?> request, @Body @Valid SignInRequest credentials) {
        SessionKind kind = "staff".equals(credentials.kind()) ? SessionKind.STAFF : SessionKind.MEMBER;
        Optional<UUID> subjectId = checks.verify(request, kind, credentials.email(), credentials.password());
        return signIns.signIn(request, kind, subjectId.orElseThrow(() -> Problem.of(ProblemCode.SIGN_IN_FAILED)));
    }

    /** Ends the session of this browser. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(everyone = true)
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the session of this browser; does nothing when there is none.")
    HttpResponse<Void> signOut(HttpRequest<?> request) {
        return signIns.signOut(request);
    }
}
