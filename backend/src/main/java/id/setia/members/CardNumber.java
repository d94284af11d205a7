package id.setia.members;

import java.security.SecureRandom;

/** Numbers of our own cards: {@code 6042}, seven random digits, and a check digit by Luhn (ISO/IEC 7812-1). */
public final class CardNumber {

    private static final String PREFIX = "6042";

    /** What looks like one of ours, typed well or not. */
    static final String FORM = PREFIX + "[0-9]{8}";

    private static final int RANDOM_BOUND = 10_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CardNumber() {}

    static String random() {
        String digits = PREFIX + String.format("%07d", RANDOM.nextInt(RANDOM_BOUND));
        return digits + checkDigit(digits);
    }

    /** Whether the number is one of ours and typed without a mistake. */
    public static boolean isValid(String number) {
        return number.matches(FORM)
                && checkDigit(number.substring(0, number.length() - 1)) == number.charAt(number.length() - 1) - '0';
    }

    /** The digit that makes the Luhn sum a multiple of ten. */
    static int checkDigit(String digits) {
        int sum = 0;
        boolean doubled = true;
        for (int index = digits.length() - 1; index >= 0; index--) {
            int digit = digits.charAt(index) - '0';
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
