package id.setia.access;

import id.setia.kernel.ProblemCode;
import java.util.Optional;
import java.util.UUID;

/**
 * The API clients that tokens are given to. Answers come from memory and are at most two seconds old, so that a revoked
 * client is refused within that time.
 */
public interface ClientCredentials {

    /** The live client with the public key part of its credentials. */
    Optional<RegisteredClient> withKey(String clientKey);

    /** The live client with the id; empty once it is revoked. */
    Optional<RegisteredClient> live(UUID clientId);

    /** Why a live client gets no new token all the same; empty when it does. */
    Optional<ProblemCode> tokenRefusal(RegisteredClient client);

    /** Notes that the client has just been given a token. */
    void used(UUID clientId);
}
