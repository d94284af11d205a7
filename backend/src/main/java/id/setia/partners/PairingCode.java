package id.setia.partners;

import id.setia.kernel.CheckedCode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** A code to type at a till once: seven characters nobody can guess in its time, and one that finds a mistyped one. */
record PairingCode(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 8;

    /** A code that was made, and its end. */
    record Offered(PairingCode code, Instant expiresAt) {}

    static PairingCode make() {
        StringBuilder data = new StringBuilder(LENGTH);
        while (data.length() < LENGTH - 1) {
            data.append(CheckedCode.DIGITS.charAt(RANDOM.nextInt(CheckedCode.DIGITS.length())));
        }
        return new PairingCode(CheckedCode.of(data.toString()));
    }

    /** The code somebody typed: blanks and hyphens are passed over, letters read as the digits they look like. */
    static Optional<PairingCode> parse(String typed) {
        String text = CheckedCode.normal(typed);
        return CheckedCode.isWhole(text, LENGTH) ? Optional.of(new PairingCode(text)) : Optional.empty();
    }

    /** In two groups as people read it, {@code 7K2M-9QX3}. */
    String grouped() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "PairingCode[]";
    }
}
