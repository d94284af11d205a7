package id.setia.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One member's balance at a past moment in the making. Pure. */
final class PastBalance {

    private static final Comparator<Balance.LotLeft> SPENDING_ORDER = Comparator.comparing(
                    (Balance.LotLeft lot) -> lot.expiresAt().orElse(Instant.MAX))
            .thenComparing(Balance.LotLeft::earnedAt);

    private final Instant moment;
    private final Map<UUID, Map<LotState, Long>> moved = new HashMap<>();
    private final List<Balance.LotLeft> lots = new ArrayList<>();
    private long available;
    private long pending;
    private long held;
    private long debt;

    PastBalance(Instant moment, long debt) {
        this.moment = moment;
        this.debt = debt;
    }

    /** What of a lot had moved into, or out of, each state. */
    void moved(UUID lotId, Map<LotState, Long> points) {
        moved.put(lotId, points);
    }

    /** Counts a lot; one that was granted later only for what had moved of it. */
    void lot(Lot lot, boolean granted) {
        Map<LotState, Long> left = new HashMap<>(moved.getOrDefault(lot.id(), Map.of()));
        if (granted) {
            left.merge(lot.firstState(), lot.points(), Long::sum);
        }
        long open = left.getOrDefault(LotState.AVAILABLE, 0L);
        long waiting = left.getOrDefault(LotState.PENDING, 0L);
        if (waiting > 0 && isOver(lot.releasesAt())) {
            open += waiting;
            waiting = 0;
        }
        if (isOver(lot.expiresAt())) {
            open = Math.min(open, 0);
            waiting = Math.min(waiting, 0);
        }
        count(lot, LotState.AVAILABLE, open);
        count(lot, LotState.PENDING, waiting);
        count(lot, LotState.HELD, left.getOrDefault(LotState.HELD, 0L));
    }

    private boolean isOver(Optional<Instant> end) {
        return end.filter(at -> !at.isAfter(moment)).isPresent();
    }

    private void count(Lot lot, LotState state, long points) {
        switch (state) {
            case AVAILABLE -> available += points;
            case PENDING -> pending += points;
            case HELD -> held += points;
            case LAPSED, ADJUSTED -> throw new IllegalArgumentException(state.value());
        }
        if (points > 0) {
            lots.add(new Balance.LotLeft(points, state.value(), lot.earnedAt(), lot.expiresAt(), lot.releasesAt()));
        }
    }

    Balance balance() {
        available += Math.min(pending, 0) + Math.min(held, 0);
        long net = available + debt;
        long usable = Math.max(net, 0);
        return new Balance(usable, Math.max(pending, 0), Math.max(held, 0), Math.min(net, 0), lots(usable));
    }

    /** The lots in the order of their dates, of the available ones only as many points as there were in all. */
    private List<Balance.LotLeft> lots(long usable) {
        List<Balance.LotLeft> left = new ArrayList<>();
        long gone = lots.stream().filter(PastBalance::isAvailable).mapToLong(Balance.LotLeft::points).sum() - usable;
        for (Balance.LotLeft lot : lots.stream().sorted(SPENDING_ORDER).toList()) {
            long taken = isAvailable(lot) ? Math.clamp(gone, 0, lot.points()) : 0;
            gone -= taken;
            if (taken < lot.points()) {
                left.add(new Balance.LotLeft(
                        lot.points() - taken, lot.state(), lot.earnedAt(), lot.expiresAt(), lot.releasesAt()));
            }
        }
        return left;
    }

    private static boolean isAvailable(Balance.LotLeft lot) {
        return lot.state().equals(LotState.AVAILABLE.value());
    }
}
