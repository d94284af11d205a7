package id.setia.partners;

import java.util.UUID;

/**
 * A new API client or a new secret of one.
 *
 * @param clientKey what it sends as {@code client_id}
 * @param secret what it sends as {@code client_secret}; told this once and not kept
 */
public record IssuedClient(UUID id, String clientKey, String secret) {

    @Override
    public String toString() {
        return "IssuedClient[clientKey=" + clientKey + "]";
    }
}
