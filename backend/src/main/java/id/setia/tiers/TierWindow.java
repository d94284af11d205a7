package id.setia.tiers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which whole months count. */
enum TierWindow {
    /** The last so many whole months, new with each month. */
    ROLLING,
    /** January to December; what was reached holds until the end of the next year. */
    CALENDAR_YEAR,
    /** Twelve months from the month of joining on; what was reached holds until the end of the next twelve. */
    MEMBERSHIP_YEAR;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TierWindow> of(String value) {
        return Arrays.stream(values()).filter(window -> window.value().equals(value)).findFirst();
    }

    boolean isYear() {
        return switch (this) {
            case ROLLING -> false;
            case CALENDAR_YEAR, MEMBERSHIP_YEAR -> true;
        };
    }
}
