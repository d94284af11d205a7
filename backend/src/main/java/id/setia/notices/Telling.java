package id.setia.notices;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A notice that is to be added.
 *
 * @param zone of the store it happened in, empty where it happened in none
 * @param inTheMorning whether it goes out at 09:00 where the member is
 */
record Telling(Notice notice, Optional<ZoneId> zone, boolean inTheMorning) {

    /** Of something that happened nowhere and is told when it comes. */
    static Telling of(Notice notice) {
        return new Telling(notice, Optional.empty(), false);
    }
}
