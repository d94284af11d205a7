package id.setia.posting;

import id.setia.kernel.CheckedCode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The code printed on a receipt that is nobody's: eleven characters of Crockford's base 32, 55 bits nobody can guess, and
 * a check character by Luhn's method, which finds every single mistyped character.
 */
record ReceiptCode(String text) {

    private static final int BITS = 31;
    private static final int LENGTH = 12;

    /** The code made of the first bytes of a keyed hash. */
    static ReceiptCode of(byte[] hash) {
        BigInteger rest = new BigInteger(1, Arrays.copyOf(hash, 7));
        char[] digits = new char[LENGTH - 1];
        for (int index = digits.length - 1; index >= 0; index--) {
            digits[index] = CheckedCode.DIGITS.charAt(rest.intValue() & BITS);
            rest = rest.shiftRight(5);
        }
        return new ReceiptCode(CheckedCode.of(new String(digits)));
    }

    /** The code somebody typed or scanned: blanks and hyphens are passed over, letters read as the digits they look like. */
    static Optional<ReceiptCode> parse(String typed) {
        String text = CheckedCode.normal(typed);
        return CheckedCode.isWhole(text, LENGTH) ? Optional.of(new ReceiptCode(text)) : Optional.empty();
    }

    /** In groups as people read it, {@code 7K2M-9QXA-4TR6}. */
    String grouped() {
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }
}
