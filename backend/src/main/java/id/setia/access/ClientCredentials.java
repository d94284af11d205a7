package id.setia.access;

import id.setia.kernel.ProblemCode;
import java.time.Instant;
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

    /**
     * Looks whether clients or secrets have come to be on another node just now; for who was not found in memory. Looks at
     * most some times a second.
     */
    void lookAgain();

    /** Why a live client gets no new token all the same; empty when it does. */
    Optional<ProblemCode> tokenRefusal(RegisteredClient client);

    /**
     * Notes that the client has just called; in memory, so that no request waits for it.
     *
     * @param secretId the secret by which it came, empty where that is not known
     */
    void used(UUID clientId, String secretId, Instant now);
}
