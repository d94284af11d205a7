package id.setia.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes as authenticator apps make them (RFC 6238): six digits, a new one every thirty seconds. */
public final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final int STEPS_AROUND = 1;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    public static byte[] newSecret() {
        return Hashes.random(SECRET_BYTES);
    }

    /** The code of a secret at a moment. */
    public static String code(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
        } catch (InvalidKeyException error) {
            throw new IllegalStateException(error);
        }
    }

    /** The number of the step the code belongs to: this one, or a neighbour for clocks that differ. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        return step(secret, code, now, STEPS_AROUND);
    }

    /** The same, so many steps before and after this one counting too. */
    public static OptionalLong step(byte[] secret, String code, Instant now, int stepsAround) {
        OptionalLong found = OptionalLong.empty();
        for (int around = -stepsAround; around <= stepsAround; around++) {
            Instant at = now.plus(STEP.multipliedBy(around));
            if (same(code(secret, at), code)) {
                found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
            }
        }
        return found;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret as it is typed into an app: base 32 (RFC 4648) without padding. */
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte value : secret) {
            buffer = buffer << 8 | value & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(BASE_32.charAt(buffer << 5 - bits & 31)).toString();
    }

    /** What an app reads from the QR code. */
    static String uri(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
