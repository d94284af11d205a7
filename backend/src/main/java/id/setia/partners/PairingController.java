package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.ClientAddress;
import id.setia.access.Deployment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** Pairing over HTTP, as a till does it. */
@Controller("/api/v1/pairings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Stores")
class PairingController {

    private final Pairings pairings;
    private final Attempts attempts;
    private final ClientAddress addresses;
    private final Deployment deployment;

    PairingController(Pairings pairings, Attempts attempts, ClientAddress addresses, Deployment deployment) {
        this.pairings = pairings;
        this.attempts = attempts;
        this.addresses = addresses;
        this.deployment = deployment;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "pairTerminal",
            summary = "Pair a till",
            description = "Exchanges a code made by staff for the till's own credential, which takes the place of those it had: they and their"
                    + " tokens are refused within two seconds. The code works once; where the answer is lost, staff make another."
                    + " A till in signed mode registers its public key here. Attempts are limited by address.")
    PairingResponse pair(HttpRequest<?> request, @Body @Valid PairTerminalRequest body) {
        PairingCode code = body.parsed();
        Optional<byte[]> signingKey = body.rawSigningKey();
        String from = addresses.of(request);
        attempts.take(AttemptKind.PAIRING_ADDRESS, from);
        Pairings.Paired paired = pairings.pair(code, signingKey);
        attempts.giveBack(AttemptKind.PAIRING_ADDRESS, from);
        return PairingResponse.of(paired, deployment.publicUrl() + "/api/v1/oauth/token");
    }
}
