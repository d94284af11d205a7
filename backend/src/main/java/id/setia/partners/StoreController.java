package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;

/** Stores over HTTP. */
@Controller("/api/v1/stores")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Stores")
class StoreController {

    private final PartnerDirectory partners;

    StoreController(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** Lists stores. */
    @Get
    @Allowed(
            member = true,
            scopes = {Scope.PURCHASES_READ, Scope.PURCHASES_WRITE},
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listStores",
            summary = "List stores",
            description = "The open stores by name: all of them for staff and members, their own partner's for tills and partners.")
    StoreListResponse list(Caller caller) {
        return new StoreListResponse(partners.stores().stream()
                .filter(store -> store.state() == StoreState.OPEN && maySee(caller, store))
                .sorted(Comparator.comparing(Store::name))
                .map(store -> StoreResponse.of(store, isProgramOwners(store)))
                .toList());
    }

    private static boolean maySee(Caller caller, Store store) {
        return !(caller instanceof Caller.ApiClient client) || client.partnerId().equals(store.partnerId());
    }

    private boolean isProgramOwners(Store store) {
        return partners.partner(store.partnerId()).filter(Partner::owner).isPresent();
    }
}
