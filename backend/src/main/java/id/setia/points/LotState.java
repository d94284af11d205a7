package id.setia.points;

import java.util.Locale;

/**
 * Where points of a lot are. Lapsed ones expired unspent and adjusted ones were taken by hand: both are gone, and can only
 * be taken back instead of points the member still has.
 */
enum LotState {
    AVAILABLE,
    PENDING,
    HELD,
    LAPSED,
    ADJUSTED;

    static LotState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
