package id.setia.kernel;

import java.util.Locale;

/**
 * Codes that people read and type: Crockford's base 32, the last character a check by Luhn's method, which finds every
 * single mistyped character.
 */
public final class CheckedCode {

    /** The 32 characters, without I, L, O and U. */
    public static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BASE = 32;

    private CheckedCode() {}

    /** The characters with their check at the end. */
    public static String of(String data) {
        return data + check(data);
    }

    /** What somebody typed or scanned, in capitals: blanks and hyphens are passed over, letters read as the digits they look like. */
    public static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether it is a code of so many characters whose check fits. */
    public static boolean isWhole(String text, int length) {
        return text.length() == length
                && text.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)
                && check(text.substring(0, length - 1)) == text.charAt(length - 1);
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
}
