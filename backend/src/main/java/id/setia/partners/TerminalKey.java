package id.setia.partners;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The Ed25519 key by which a till signs what it sends later.
 *
 * @param number counts the keys of the till from 1
 * @param publicKey the raw 32 bytes
 * @param retiredAt when the till was paired anew or unpaired; empty while the key is in use
 */
public record TerminalKey(UUID terminalId, int number, byte[] publicKey, Instant createdAt, Optional<Instant> retiredAt) {

    /** Whether the signature of 64 bytes is this key's over the content. */
    public boolean signed(byte[] content, byte[] signature) {
        return Ed25519Keys.verify(publicKey, content, signature);
    }
}
