package id.setia.rewards;

import id.setia.kernel.CheckedCode;
import java.security.SecureRandom;

/** Codes of vouchers made here: sixteen characters of base 32, 80 random bits nobody can guess, and a check character. */
final class VoucherCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 17;

    private VoucherCode() {}

    static String random() {
        StringBuilder data = new StringBuilder();
        for (int index = 0; index < LENGTH - 1; index++) {
            data.append(CheckedCode.DIGITS.charAt(RANDOM.nextInt(CheckedCode.DIGITS.length())));
        }
        return CheckedCode.of(data.toString());
    }

    /** Whether it has the form of a code made here, its check included. */
    static boolean isOne(String text) {
        return CheckedCode.isWhole(text, LENGTH);
    }

    /** In groups as people read it, {@code 7K2M-9QXA-4TR6-M8PD3}; codes of others stay as they are. */
    static String grouped(String code) {
        return isOne(code)
                ? code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8, 12) + "-" + code.substring(12)
                : code;
    }
}
