package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Retiring;
import id.setia.kernel.DatabaseFailure;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Operations that fail in every way an operation can. */
@Controller("/api/v1/trials")
@ExecuteOn(TaskExecutors.BLOCKING)
class TrialController {

    @Allowed(everyone = true)
    @Post
    List<String> take(@Valid @Body TrialRequest request) {
        return List.of(request.name());
    }

    @Allowed(everyone = true)
    @Get
    List<Integer> page(@QueryValue(defaultValue = "20") @Max(100) int limit) {
        return List.of(limit);
    }

    @Allowed(everyone = true)
    @Retiring(since = "2027-01-31", until = "2027-07-31", instead = "GET /trials")
    @Get("/retiring")
    List<Integer> retiring(@QueryValue(defaultValue = "20") int limit) {
        return List.of(limit);
    }

    @Allowed(everyone = true)
    @Get("/needed")
    List<String> needed(@QueryValue String name) {
        return List.of(name);
    }

    @Allowed(everyone = true)
    @Get("/given")
    List<String> given(
            @QueryValue(defaultValue = "false") boolean given, @QueryValue(value = "other-name", defaultValue = "") String name) {
        return List.of(given + name);
    }

    @Allowed(everyone = true)
    @Get("/long")
    List<String> lengthy() {
        return List.of("long ".repeat(1_000));
    }

    @Allowed(everyone = true)
    @Get("/refused")
    void refused() {
        throw Problem.of(ProblemCode.PURCHASE_CONFLICT, "pur_1", "total");
    }

    @Allowed(everyone = true)
    @Get("/unauthenticated")
    void unauthenticated() {
        throw Problem.of(ProblemCode.UNAUTHENTICATED);
    }

    @Allowed(everyone = true)
    @Get("/broken")
    void broken() {
        throw new IllegalStateException("the secret inside");
    }

    @Allowed(everyone = true)
    @Get("/no-connection")
    void noConnection() {
        throw new DatabaseFailure(new SQLTransientConnectionException("pool of the inside is empty"));
    }

    @Allowed(everyone = true)
    @Get("/wrong-statement")
    void wrongStatement() {
        throw new DatabaseFailure(new SQLException("SELECT inside FROM nowhere", "42000", 1064));
    }
}
