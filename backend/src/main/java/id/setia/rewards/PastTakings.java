package id.setia.rewards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * When members took rewards that are limited per member, themselves and those merged into them: as it stands in the books,
 * read once when it is first asked, and what the same transaction has taken and taken back.
 */
public final class PastTakings {

    private final Supplier<Map<UUID, Map<UUID, List<Instant>>>> source;
    private final List<Redemption> taken = new ArrayList<>();
    private final List<Redemption> undone = new ArrayList<>();
    private Optional<Map<UUID, Map<UUID, List<Instant>>>> stored = Optional.empty();

    PastTakings(Supplier<Map<UUID, Map<UUID, List<Instant>>>> source) {
        this.source = source;
    }

    /** When the member took the reward; nothing where nothing limits how often. */
    List<Instant> of(UUID memberId, Reward reward) {
        if (!reward.definition().isLimitedPerMember()) {
            return List.of();
        }
        if (stored.isEmpty()) {
            stored = Optional.of(source.get());
        }
        List<Instant> times = new ArrayList<>(
                stored.get().getOrDefault(memberId, Map.of()).getOrDefault(reward.id(), List.of()));
        taken.stream().filter(one -> isOf(one, memberId, reward)).forEach(one -> times.add(one.redeemedAt()));
        undone.stream().filter(one -> isOf(one, memberId, reward)).forEach(one -> times.remove(one.redeemedAt()));
        return times;
    }

    private static boolean isOf(Redemption redemption, UUID memberId, Reward reward) {
        return redemption.memberId().equals(memberId) && redemption.rewardId().equals(reward.id());
    }

    /** Counts what the transaction took. */
    public void take(Redemption redemption) {
        taken.add(redemption);
    }

    /** No longer counts what the transaction takes back. */
    void undo(Redemption redemption) {
        undone.add(redemption);
    }
}
