package id.setia.points;

import java.util.Locale;

/** Where points of a lot are; lapsed ones expired unspent and can only be taken back. */
enum LotState {
    AVAILABLE,
    PENDING,
    HELD,
    LAPSED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
