package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Deployment;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** The clock of a sandbox over HTTP. */
@Controller(Api.BASE + "/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sandbox")
class SandboxClockController {

    private final SandboxClock sandbox;
    private final ClockMoves moves;
    private final PassingTime time;
    private final Deployment deployment;
    private final BusinessClock clock;
    private final SystemClock systemClock;

    SandboxClockController(
            SandboxClock sandbox,
            ClockMoves moves,
            PassingTime time,
            Deployment deployment,
            BusinessClock clock,
            SystemClock systemClock) {
        this.sandbox = sandbox;
        this.moves = moves;
        this.time = time;
        this.deployment = deployment;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @Get("/clock")
    @Allowed(scopes = {Scope.SANDBOX_READ, Scope.SANDBOX_WRITE}, staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "getSandboxClock",
            summary = "Read the clock of a sandbox",
            description = "What time it is in the program. In a sandbox only; otherwise 404.")
    SandboxClockResponse get() {
        require();
        return new SandboxClockResponse(
                clock.now(), systemClock.now(), moves.unfinished().map(this::answer).orElse(null));
    }

    private void require() {
        if (!deployment.sandbox()) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
    }

    private ClockMoveResponse answer(ClockMove move) {
        return ClockMoveResponse.of(move, clock.now(), time.working());
    }

    @Post("/clock-moves")
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.SANDBOX_WRITE, staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "moveSandboxClock",
            summary = "Move the clock of a sandbox on",
            description = "Lets the program's time pass, for the whole deployment and for good: day after day, each with what falls"
                    + " due on it, such as expiries, holds that time out, the monthly run of tiers, birthdays, reminders. Answers"
                    + " when all of it is done, or after 20 seconds with `running` while it goes on; tokens and sessions go by the"
                    + " real time and are not touched. In a sandbox only; otherwise 404.")
    ClockMoveResponse move(
            Caller caller, @Nullable @Header("Idempotency-Key") String key, @Body @Valid MoveClockRequest request) {
        require();
        return answer(sandbox.move(caller, Optional.ofNullable(key), request));
    }

    @Get("/clock-moves/{clockMoveId}")
    @Allowed(scopes = {Scope.SANDBOX_READ, Scope.SANDBOX_WRITE}, staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "getSandboxClockMove",
            summary = "Read how far a step of the clock has come",
            description = "A step of the clock. In a sandbox only; otherwise 404.")
    ClockMoveResponse get(
            @Parameter(description = "The step.", example = "clk_01kq5zv4m8e7t9b3x2c1d0f6ga") String clockMoveId) {
        require();
        return moves.find(PublicId.CLOCK_MOVE.parseOr(clockMoveId, ProblemCode.NOT_FOUND))
                .map(this::answer)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    }
}
