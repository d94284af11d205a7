package id.setia.tiers;

import id.setia.kernel.LocalText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tiers, the lowest first, and how they are climbed. The lowest is open to everybody; each next one asks for more.
 *
 * @param removed tiers there were, which some members may still have
 */
public record Ladder(List<Tier> tiers, TierPolicy policy, List<RemovedTier> removed) {

    /**
     * @throws IllegalArgumentException when the lowest tier asks for something, or one asks for no more than the one below
     */
    public Ladder {
        tiers = tiers.stream().sorted(Comparator.comparingInt(Tier::rank)).toList();
        removed = List.copyOf(removed);
        if (tiers.isEmpty() || tiers.getFirst().threshold() != 0) {
            throw new IllegalArgumentException("the lowest tier is open to everybody");
        }
        for (int index = 1; index < tiers.size(); index++) {
            if (tiers.get(index).threshold() <= tiers.get(index - 1).threshold()
                    || tiers.get(index).rank() == tiers.get(index - 1).rank()) {
                throw new IllegalArgumentException("each tier asks for more than the one below");
            }
        }
    }

    /** A ladder of the classic policy. */
    public Ladder(List<Tier> tiers) {
        this(tiers, TierPolicy.CLASSIC, List.of());
    }

    /** Red, gold and priority, reached at average monthly spends in smallest units. */
    public static Ladder classic(long gold, long priority) {
        return new Ladder(List.of(
                new Tier("red", 1, LocalText.of("Merah", "Red"), 0),
                new Tier("gold", 2, LocalText.of("Emas", "Gold"), gold),
                new Tier("priority", 3, LocalText.of("Prioritas", "Priority"), priority)));
    }

    Ladder with(TierPolicy other) {
        return new Ladder(tiers, other, removed);
    }

    public Tier lowest() {
        return tiers.getFirst();
    }

    /** A tier of the ladder. */
    public Optional<Tier> find(String code) {
        return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** The same, and also one that was removed, with the rank of the tier its members fall to. */
    public Optional<Tier> known(String code) {
        return find(code).or(() -> removed.stream()
                .filter(tier -> tier.code().equals(code))
                .findFirst()
                .map(gone -> new Tier(code, landing(gone).rank(), gone.name(), landing(gone).threshold())));
    }

    boolean isRemoved(Tier tier) {
        return find(tier.code()).isEmpty();
    }

    /** The tier of the ladder that stands for it: itself, or the one its members fall to when it was removed. */
    Optional<Tier> standingFor(String code) {
        return find(code).or(() ->
                removed.stream().filter(tier -> tier.code().equals(code)).findFirst().map(this::landing));
    }

    private Tier landing(RemovedTier tier) {
        return find(tier.fallsTo()).orElse(lowest());
    }

    /** Over how many months the figures go that members are told of. */
    public int months() {
        return policy.months();
    }

    /** The highest tier that so much reaches where an average goes over so many months; 1 for what is no average. */
    Tier reachedBy(long sum, int divisor) {
        return tiers.reversed().stream()
                .filter(tier -> tier.threshold() == 0 || sum >= Math.multiplyExact(tier.threshold(), (long) divisor))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Tier> above(Tier tier) {
        return tiers.stream().filter(other -> other.rank() > tier.rank()).findFirst();
    }

    Tier below(Tier tier) {
        return tiers.reversed().stream()
                .filter(other -> other.rank() < tier.rank())
                .findFirst()
                .orElse(lowest());
    }

    public Tier higher(Tier one, Tier other) {
        return one.rank() >= other.rank() ? one : other;
    }
}
