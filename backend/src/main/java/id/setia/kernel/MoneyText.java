package id.setia.kernel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * Figures as sentences show them: money with its sign and no space after a sign ({@code Rp2.100.000}), whole amounts
 * without digits after the point, and numbers tied to their unit by a space that does not break.
 */
public final class MoneyText {

    /** A space at which a line does not break. */
    public static final String TIE = "\u00A0";

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final Locale ENGLISH = Locale.UK;

    private MoneyText() {}

    /** The amount of so many smallest units, in both languages. */
    public static LocalText of(long minor, String currency) {
        return LocalText.of(in(INDONESIAN, minor, currency), in(ENGLISH, minor, currency));
    }

    /** The amount in one language, {@code id} or {@code en}. */
    public static String in(String language, long minor, String currency) {
        return of(minor, currency).in(language);
    }

    /** A whole number with its groups, {@code 1.820} or {@code 1,820}. */
    public static LocalText number(long number) {
        return LocalText.of(
                NumberFormat.getIntegerInstance(INDONESIAN).format(number),
                NumberFormat.getIntegerInstance(ENGLISH).format(number));
    }

    private static String in(Locale locale, long minor, String currency) {
        int digits = Money.digits(currency);
        BigDecimal amount = BigDecimal.valueOf(minor, digits);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int shown = amount.stripTrailingZeros().scale() <= 0 ? 0 : digits;
        format.setMinimumFractionDigits(shown);
        format.setMaximumFractionDigits(shown);
        return (amount.signum() < 0 ? "-" : "") + sign(locale, currency) + format.format(amount.abs());
    }

    /** The rupiah keeps its own sign in every language; a currency without a sign shows its code, tied to the figure. */
    private static String sign(Locale locale, String currency) {
        String sign = Currency.getInstance(currency).getSymbol("IDR".equals(currency) ? INDONESIAN : locale);
        return sign.equals(currency) ? sign + TIE : sign;
    }
}
