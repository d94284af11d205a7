package id.setia.posting;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The code printed on a receipt that is nobody's: eleven characters of Crockford's base 32, 55 bits nobody can guess, and
 * a check character by Luhn's method, which finds every single mistyped character.
 */
record ReceiptCode(String text) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = 32;
    private static final int LENGTH = 12;

    /** The code made of the first bytes of a keyed hash. */
    static ReceiptCode of(byte[] hash) {
        BigInteger rest = new BigInteger(1, Arrays.copyOf(hash, 7));
        char[] digits = new char[LENGTH - 1];
        for (int index = digits.length - 1; index >= 0; index--) {
            digits[index] = DIGITS.charAt(rest.intValue() & (BASE - 1));
            rest = rest.shiftRight(5);
        }
        String data = new String(digits);
        return new ReceiptCode(data + check(data));
    }

    /** The code somebody typed or scanned: blanks and hyphens are passed over, letters read as the digits they look like. */
    static Optional<ReceiptCode> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean whole = text.length() == LENGTH
                && text.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)
                && check(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
        return whole ? Optional.of(new ReceiptCode(text)) : Optional.empty();
    }

    private static char check(String data) {
        int sum = 0;
        boolean doubled = true;
        for (int index = data.length() - 1; index >= 0; index--) {
            int value = DIGITS.indexOf(data.charAt(index)) * (doubled ? 2 : 1);
            sum += value / BASE + value % BASE;
            doubled = !doubled;
        }
        return DIGITS.charAt((BASE - sum % BASE) % BASE);
    }

    /** In groups as people read it, {@code 7K2M-9QXA-4TRC}. */
    String grouped() {
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }
}
