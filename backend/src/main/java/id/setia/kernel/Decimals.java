package id.setia.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Decimal strings of the API: plain digits with a point, no exponent. */
public final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private Decimals() {}

    /**
     * The number a decimal string stands for, with exactly {@code digits} digits after the point.
     *
     * @throws Problem when it is no plain decimal or has more significant digits after the point
     */
    public static BigDecimal parse(String text, String pointer, int digits) {
        if (text == null || !PLAIN.matcher(text).matches()) {
            throw Problem.invalid(pointer, "decimal_malformed");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > digits) {
            throw Problem.invalid(pointer, "decimal_too_precise", digits);
        }
        return value.setScale(digits, RoundingMode.UNNECESSARY);
    }
}
