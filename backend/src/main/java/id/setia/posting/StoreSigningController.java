package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.StaffStores;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The signing tills of a store over HTTP. */
@Controller("/api/v1/stores/{storeId}/signing")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SignedBatches")
class StoreSigningController {

    private final StoreSigning signing;
    private final PartnerDirectory partners;

    StoreSigningController(StoreSigning signing, PartnerDirectory partners) {
        this.signing = signing;
        this.partners = partners;
    }

    @Get
    @Allowed(staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listStoreSigning",
            summary = "List the tills of a store that sign",
            description = "Every till of a store that signs, or did, with how many of its batches are missing and how many were refused."
                    + " `GET /terminals/{terminalId}/signing` names them. Store managers see those of their own stores.")
    StoreSigningResponse list(
            @Parameter(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId, Caller caller) {
        UUID id = PublicId.STORE.parseOr(storeId, ProblemCode.STORE_NOT_FOUND);
        partners.store(id).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        if (!StaffStores.maySee(caller, id)) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        return signing.of(id);
    }
}
