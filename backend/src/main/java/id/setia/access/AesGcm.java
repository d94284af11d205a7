package id.setia.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM: nonce of 12 bytes, then text and tag. */
final class AesGcm {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static byte[] seal(SecretKey key, byte[] plain, String associated) {
        byte[] nonce = Hashes.random(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, associated);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when the key, the content or its place is not the one it was sealed with */
    static byte[] open(SecretKey key, byte[] sealed, String associated) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length), associated);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException error) {
            throw new IllegalStateException("sealed content of " + associated + " does not open with this key", error);
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }
}
