package id.setia.tiers;

import id.setia.kernel.LocalText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tiers, the lowest first. The lowest is open to everybody; each next one asks for more. */
public record Ladder(List<Tier> tiers) {

    /**
     * @throws IllegalArgumentException when the lowest tier asks for spend, or one asks for no more than the one below
     */
    public Ladder {
        tiers = tiers.stream().sorted(Comparator.comparingInt(Tier::rank)).toList();
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

    /** Red, gold and priority, reached at average monthly spends in smallest units. */
    public static Ladder classic(long gold, long priority) {
        return new Ladder(List.of(
                new Tier("red", 1, LocalText.of("Merah", "Red"), 0),
                new Tier("gold", 2, LocalText.of("Emas", "Gold"), gold),
                new Tier("priority", 3, LocalText.of("Prioritas", "Priority"), priority)));
    }

    public Tier lowest() {
        return tiers.getFirst();
    }

    public Optional<Tier> find(String code) {
        return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** The highest tier that so much spend over so many months reaches. */
    public Tier reachedBy(long spend, int months) {
        return tiers.reversed().stream()
                .filter(tier -> tier.threshold() == 0 || spend >= Math.multiplyExact(tier.threshold(), (long) months))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Tier> above(Tier tier) {
        return tiers.stream().filter(other -> other.rank() > tier.rank()).findFirst();
    }

    public Tier higher(Tier one, Tier other) {
        return one.rank() >= other.rank() ? one : other;
    }
}
