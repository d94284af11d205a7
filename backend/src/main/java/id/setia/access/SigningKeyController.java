package id.setia.access;

import id.setia.kernel.SystemClock;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;

/** The keys of tokens over HTTP, as administrators handle them. */
@Controller("/api/v1/signing-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "OAuth")
class SigningKeyController {

    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final SystemClock clock;

    SigningKeyController(SigningKeys keys, KeyRotation rotation, SystemClock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "listSigningKeys",
            summary = "List the keys of tokens",
            description = "The keys that verify access tokens, in the order in which they sign. A new one comes every 90 days by itself,"
                    + " a day before it signs; the one before goes an hour after it signed last.")
    SigningKeyListResponse list() {
        return answer(clock.now());
    }

    private SigningKeyListResponse answer(Instant now) {
        String signing = keys.signing(now).kid();
        return new SigningKeyListResponse(keys.all(now).stream()
                .map(key -> SigningKeyResponse.of(key, signing, now))
                .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Change the key of tokens now",
            description = "Makes a key that signs access tokens from now on; tokens there are stay good. With `leaked` all other keys"
                    + " end at once: every token there is is refused within two seconds, and tills and partners' systems get"
                    + " new ones by their secrets. Answers the keys there are then.")
    SigningKeyListResponse rotate(@Body @Valid RotateSigningKeyRequest request, Caller caller) {
        rotation.rotate(caller, request.leaked());
        return answer(clock.now());
    }
}
