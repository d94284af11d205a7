package id.setia.points;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member has at a moment.
 *
 * @param debt never positive
 * @param lots what is left of each grant, those that expire first first
 */
public record Balance(long available, long pending, long held, long debt, List<LotLeft> lots) {

    public static final Balance NOTHING = new Balance(0, 0, 0, 0, List.of());

    /** Points of one grant in one state, with its dates. */
    public record LotLeft(
            long points, String state, Instant earnedAt, Optional<Instant> expiresAt, Optional<Instant> releasesAt) {}

    /** Points that lapse together. */
    public record Expiry(long points, Instant at) {}

    static Balance of(MemberLedger ledger) {
        List<LotLeft> lots = ledger.lots().stream()
                .flatMap(lot -> List.of(LotState.AVAILABLE, LotState.PENDING, LotState.HELD).stream()
                        .filter(state -> lot.in(state) > 0)
                        .map(state -> new LotLeft(
                                lot.in(state), state.value(), lot.earnedAt(), lot.expiresAt(), lot.releasesAt())))
                .sorted(Comparator.comparing((LotLeft lot) -> lot.expiresAt().orElse(Instant.MAX))
                        .thenComparing(LotLeft::earnedAt))
                .toList();
        return new Balance(ledger.available(), ledger.pending(), ledger.held(), ledger.debt(), lots);
    }

    /** The available points that lapse next, all of the same moment together. */
    public Optional<Expiry> nextExpiry() {
        Optional<Instant> first = expiring().flatMap(lot -> lot.expiresAt().stream()).findFirst();
        return first.map(moment -> new Expiry(
                expiring()
                        .filter(lot -> lot.expiresAt().get().equals(moment))
                        .mapToLong(LotLeft::points)
                        .sum(),
                moment));
    }

    private Stream<LotLeft> expiring() {
        return lots.stream()
                .filter(lot -> lot.state().equals(LotState.AVAILABLE.value()) && lot.expiresAt().isPresent());
    }
}
