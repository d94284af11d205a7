package id.setia.kernel;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount of money as the API shows it: a decimal string and an ISO 4217 code. Inside, money is a {@code long} in the
 * currency's smallest unit (sen, pence).
 */
@Serdeable
@Schema(description = "An amount of money: a decimal string with at most the currency's own digits after the point.")
public record Money(
        @Schema(description = "Decimal string; `25000` and `25000.00` are the same.", example = "25000") String amount,
        @Schema(description = "ISO 4217 code; only the program's own currency is accepted.", example = "IDR")
                String currency) {

    /** Plain amounts with more digits than a decimal string may have. */
    private static final Pattern LONG = Pattern.compile("-?0*[1-9][0-9]{15,}(\\.[0-9]{1,10})?");

    /** The largest amount taken, in major units, either way. */
    public static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    /** The amount of so many smallest units; whole amounts are shown without a point. */
    public static Money ofMinor(long minor, String currency) {
        BigDecimal amount = BigDecimal.valueOf(minor, digits(currency));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return new Money((whole ? amount.setScale(0) : amount).toPlainString(), currency);
    }

    /** The smallest amount that anybody pays with, in smallest units: a whole rupiah, for there is no sen; else one. */
    public static long coin(String currency) {
        return "IDR".equals(currency) ? 100 : 1;
    }

    /** How many digits a currency has after the point: 2 for IDR and GBP, 0 for JPY. */
    public static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /**
     * The amount in smallest units.
     *
     * @param pointer where the amount stands in the request, as a JSON pointer
     * @throws Problem when the currency is not the program's, the text is not a plain decimal, it has more digits than
     *     the currency, or it is beyond {@link #LARGEST}
     */
    public long minor(String programCurrency, String pointer) {
        if (!programCurrency.equals(currency)) {
            throw Problem.invalid(pointer + "/currency", "currency_not_program", programCurrency);
        }
        if (amount != null && LONG.matcher(amount).matches()) {
            throw Problem.invalid(pointer + "/amount", "amount_too_large", LARGEST.toPlainString());
        }
        BigDecimal value = Decimals.parse(amount, pointer + "/amount", digits(currency));
        if (value.abs().compareTo(LARGEST) > 0) {
            throw Problem.invalid(pointer + "/amount", "amount_too_large", LARGEST.toPlainString());
        }
        return value.movePointRight(digits(currency)).longValueExact();
    }
}
