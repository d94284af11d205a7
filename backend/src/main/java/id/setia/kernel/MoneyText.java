package id.setia.kernel;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Figures as sentences show them: money with its sign and no space after a sign ({@code Rp2.100.000}), whole amounts
 * without digits after the point, and numbers tied to their unit by a space that does not break.
 */
public final class MoneyText {

    /** A space at which a line does not break. */
    public static final String TIE = "\u00A0";

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final Locale ENGLISH = Locale.UK;
    private static final Map<String, String> SIGNS = new ConcurrentHashMap<>();

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
        String digits = Long.toString(number);
        return LocalText.of(grouped(digits, '.'), grouped(digits, ','));
    }

    private static String in(Locale locale, long minor, String currency) {
        int fraction = Money.digits(currency);
        String digits = Long.toString(minor).replace("-", "");
        digits = "0".repeat(Math.max(0, fraction + 1 - digits.length())) + digits;
        String whole = digits.substring(0, digits.length() - fraction);
        String part = digits.substring(digits.length() - fraction);
        boolean indonesian = locale == INDONESIAN;
        return (minor < 0 ? "-" : "")
                + SIGNS.computeIfAbsent(currency + locale, ignored -> sign(locale, currency))
                + grouped(whole, indonesian ? '.' : ',')
                + (part.chars().allMatch(digit -> digit == '0') ? "" : (indonesian ? "," : ".") + part);
    }

    private static String grouped(String digits, char separator) {
        int first = digits.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(digits.length() + digits.length() / 3).append(digits);
        for (int place = digits.length() - 3; place > first; place -= 3) {
            text.insert(place, separator);
        }
        return text.toString();
    }

    /** The rupiah keeps its own sign in every language; a currency without a sign shows its code, tied to the figure. */
    private static String sign(Locale locale, String currency) {
        String sign = Currency.getInstance(currency).getSymbol("IDR".equals(currency) ? INDONESIAN : locale);
        return sign.equals(currency) ? sign + TIE : sign;
    }
}
