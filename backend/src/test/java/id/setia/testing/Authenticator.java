package id.setia.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that holds one secret. */
public final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec secret;

    /** Takes the secret as it is typed: base 32, in groups or not. */
    public Authenticator(String typed) {
        this.secret = new SecretKeySpec(decoded(typed.replace(" ", "")), "RAW");
    }

    private static byte[] decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xff);
            }
        }
        return bytes.toByteArray();
    }

    public String code() {
        return code(Instant.now());
    }

    /** The code after the one now, for when that one was used. */
    public String nextCode() {
        return code(Instant.now().plus(Duration.ofSeconds(30)));
    }

    private String code(Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, at);
        } catch (InvalidKeyException error) {
            throw new IllegalStateException(error);
        }
    }
}
