package id.setia.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** How a till numbers, chains and signs its batches with nothing but the JDK. It keeps its number and hash on disk. */
public final class BatchSigner {

    private final PrivateKey key;
    private final String kid;
    private long number;
    private String previous;

    /**
     * Begins a chain.
     *
     * @param seed the private key, 32 bytes
     * @param publicKey the public key, 32 bytes
     * @param kid the till's id, a dot, and the number of its key as pairing answered it
     */
    public BatchSigner(byte[] seed, byte[] publicKey, String kid) throws GeneralSecurityException {
        this.key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        this.kid = kid;
        resume(0, hash(publicKey));
    }

    /** Goes on behind the batch of the number and hash. */
    public void resume(long lastNumber, String lastHash) {
        number = lastNumber;
        previous = lastHash;
    }

    /** The text to send, and to send again unchanged until it is answered. */
    public String sign(String content) throws GeneralSecurityException {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\",\"number\":" + (number + 1) + ",\"previous\":\"" + previous + "\"}";
        String signed = base64(utf8(header)) + "." + base64(utf8(content));
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(utf8(signed));
        resume(number + 1, hash(utf8(signed)));
        return signed + "." + base64(signer.sign());
    }

    public long number() {
        return number;
    }

    /** The hash of the batch signed last. */
    public String lastHash() {
        return previous;
    }

    public static String hash(byte[] bytes) throws GeneralSecurityException {
        return base64(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
