package id.setia.closing;

import id.setia.points.PastLot;
import id.setia.program.Program;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Adds up what funders owe, lot by lot. */
final class OwedSums {

    private final SortedMap<UUID, Owed> sums = new TreeMap<>();

    void add(Owed owed) {
        sums.merge(owed.funderId(), owed, Owed::plus);
    }

    /** @param cut by when a lot's date must have passed for it to tell of breakage */
    void add(PastLot lot, Instant cut, Program program) {
        add(Owed.lots(
                lot.funderId(), lot.expiresAt().map(program::monthOf), lot.available(), lot.pending(), lot.held()));
        if (!lot.byInactivity() && lot.expiresAt().filter(at -> !at.isAfter(cut)).isPresent()) {
            add(Owed.over(lot.funderId(), new Breakage.Sample(lot.granted() > 0 ? 1 : 0, lot.granted(), lot.lapsed())));
        }
    }

    SortedMap<UUID, Owed> sums() {
        return sums;
    }
}
