package id.setia.points;

import java.util.Locale;

/** By which time a past moment is meant. */
public enum TimeKind {
    /** When things happened, as far as it is known today: what was recorded late counts where it belongs. */
    BUSINESS,
    /** When things were written: what was known then, and nothing that came later. */
    RECORD;

    /** As requests and answers name it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
