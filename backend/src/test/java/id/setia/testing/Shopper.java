package id.setia.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member with a past, in memory; {@link Shoppers} writes it into a database. */
public record Shopper(
        UUID id,
        String state,
        String language,
        Optional<LocalDate> born,
        Instant joinedAt,
        List<Stood> stood,
        Optional<Long> available,
        List<Said> said,
        List<Bought> bought) {

    /** A standing. */
    public record Stood(UUID id, String tier, String cause, Instant from, Instant recordedAt) {}

    /** A word on a purpose. */
    public record Said(UUID id, String purpose, boolean given, Instant at) {}

    /** A purchase; money in smallest units. */
    public record Bought(UUID id, UUID store, Instant at, List<Item> items) {

        public long total() {
            return items.stream().mapToLong(Item::amount).sum();
        }

        public long refunded() {
            return items.stream().mapToLong(Item::refunded).sum();
        }

        public long kept() {
            return total() - refunded();
        }
    }

    /** A line. */
    public record Item(String category, long amount, long refunded) {}

    public boolean takesPart() {
        return List.of("unclaimed", "active", "frozen").contains(state);
    }

    public boolean agrees(String purpose) {
        return said.stream()
                .filter(word -> word.purpose().equals(purpose))
                .max(Comparator.comparing(Said::at).thenComparing(Said::id))
                .filter(Said::given)
                .isPresent();
    }

    /** The tier at a moment: joining gives one only where nothing else does. */
    public String tier(Instant moment) {
        List<Stood> begun = stood.stream().filter(standing -> !standing.from().isAfter(moment)).toList();
        Comparator<Stood> order = Comparator.comparing(Stood::from).thenComparing(Stood::recordedAt);
        return begun.stream()
                .filter(standing -> !standing.cause().equals("joined"))
                .max(order)
                .or(() -> begun.stream().max(order))
                .map(Stood::tier)
                .orElse("red");
    }
}
