package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.annotation.Controller;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** The ledger's proof over HTTP. */
@Controller("/api/v1/ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Ledger")
class LedgerController {

    private final Proof proof;

    LedgerController(Proof proof) {
        this.proof = proof;
    }

    /** Checks the ledger's promises. */
    @Get("/proof")
    @Allowed(scopes = Scope.LEDGER_READ, staff = {Role.AUDITOR, Role.FINANCE})
    @Operation(
            operationId = "getLedgerProof",
            summary = "Prove the ledger",
            description =
                    "Checks the ledger's promises over all entries at the moment of asking, and answers how many rows break"
                            + " each, with the sums for each funding partner and whether every sealed row is as it was. With"
                            + " `mode=latest`, answers at once what the latest proof of the minute found of what was new, and beside it what earlier ones had found. Of"
                            + " partners, only the program's owner sees it.")
    ProofResponse proof(
            Caller caller,
            @Parameter(description = "`full`, all of it now, which takes minutes where there is much; or `latest`. `full` when absent.", example = "latest") @Nullable @QueryValue String mode) {
        if (caller instanceof Caller.ApiClient client && !client.programOwner()) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        return switch (Optional.ofNullable(mode).orElse("full")) {
            case "full" -> proof.now();
            case "latest" -> proof.latest();
            default -> throw Problem.invalid("/mode", "value_unknown", "full, latest");
        };
    }
}
