package id.setia.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and months as sentences show them, {@code 30 November}, their parts tied by spaces that do not break. */
public final class DateText {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final Locale ENGLISH = Locale.UK;

    private DateText() {}

    /** {@code 30 November}. */
    public static LocalText day(LocalDate day) {
        return LocalText.of(pattern("d\u00A0MMMM", INDONESIAN).format(day), pattern("d\u00A0MMMM", ENGLISH).format(day));
    }

    /** {@code 30 November 2026}. */
    public static LocalText date(LocalDate date) {
        return LocalText.of(
                pattern("d\u00A0MMMM\u00A0yyyy", INDONESIAN).format(date),
                pattern("d\u00A0MMMM\u00A0yyyy", ENGLISH).format(date));
    }

    /** {@code November 2026}. */
    public static LocalText month(YearMonth month) {
        return LocalText.of(
                pattern("MMMM\u00A0yyyy", INDONESIAN).format(month), pattern("MMMM\u00A0yyyy", ENGLISH).format(month));
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
