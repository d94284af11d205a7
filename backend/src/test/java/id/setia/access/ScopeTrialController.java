package id.setia.access;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;

/** One operation for each kind of caller. */
@Hidden
@Controller("/api/v1/access-trials")
@ExecuteOn(TaskExecutors.BLOCKING)
class ScopeTrialController {

    @Get("/nobody")
    List<String> nobody() {
        return List.of();
    }

    @Get("/member")
    @Allowed(member = true)
    List<String> member(Caller caller) {
        return List.of(caller.actorId().orElseThrow().toString());
    }

    @Post("/member")
    @Allowed(member = true)
    List<String> change(Caller caller) {
        return List.of(caller.actorId().orElseThrow().toString());
    }

    @Get("/marketer")
    @Allowed(staff = Role.MARKETER)
    List<String> marketer(Caller caller) {
        return List.of(caller.actorId().orElseThrow().toString());
    }

    @Get("/stores")
    @Allowed(staff = Role.STORE_MANAGER)
    List<String> stores(Caller caller) {
        return caller instanceof Caller.SignedInStaff signedIn
                ? signedIn.stores().stream().map(UUID::toString).toList()
                : List.of();
    }

    @Get("/purchases")
    @Allowed(scopes = Scope.PURCHASES_READ)
    List<String> purchases(Caller caller) {
        return List.of(caller.actorId().orElseThrow().toString());
    }

    @Get("/refunds")
    @Allowed(scopes = Scope.REFUNDS_WRITE)
    List<String> refunds(Caller caller) {
        return List.of(caller.actorId().orElseThrow().toString());
    }
}
