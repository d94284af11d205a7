package id.setia.program;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The programme. Currency and time zone are fixed once it has a purchase.
 *
 * @param pointWorth what one point is worth to a member, in major units of the currency
 * @param demo whether this deployment shows the product with invented data
 */
public record Program(
        String name, String currency, ZoneId timeZone, LocalText pointsName, BigDecimal pointWorth, boolean demo) {

    /** The programme's calendar day at a moment. */
    public LocalDate dateOf(Instant moment) {
        return moment.atZone(timeZone).toLocalDate();
    }

    public YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(timeZone));
    }

    /** 00:00 of the day, programme time. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }

    /** What so many points are worth, rounded down to the currency's smallest unit. */
    public Money worthOf(long points) {
        int digits = Money.digits(currency);
        long minor = pointWorth
                .multiply(BigDecimal.valueOf(points))
                .setScale(digits, RoundingMode.FLOOR)
                .movePointRight(digits)
                .longValueExact();
        return Money.ofMinor(minor, currency);
    }

    /** What one point is worth, in smallest units. */
    public BigDecimal worthOfOne() {
        return pointWorth.movePointRight(Money.digits(currency));
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, currency);
    }
}
