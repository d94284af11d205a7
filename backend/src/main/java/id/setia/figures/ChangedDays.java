package id.setia.figures;

import id.setia.kernel.Event;
import id.setia.kernel.PublicId;
import id.setia.members.JoinedMembers;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.PurchaseDays;
import id.setia.rewards.RewardDays;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of events on which of the programme's days they changed something, by the things they name. */
@Singleton
class ChangedDays {

    private static final Set<String> OF_PURCHASES = Set.of(
            "purchase.posted", "purchase.attached", "purchase.moved", "purchase.detached", "purchase.rejudged",
            "purchase.confirmed", "refund.posted");
    private static final Set<String> OF_REDEMPTIONS = Set.of("reward.redeemed", "redemption.cancelled");
    private static final Set<String> OF_JOINING = Set.of("member.joined", "member.enrolled");
    private static final String MERGED = "member.merged";
    private static final String IMPORTED = "import.finished";

    private final PurchaseDays purchases;
    private final RewardDays rewards;
    private final JoinedMembers members;
    private final ProgramSettings settings;

    ChangedDays(PurchaseDays purchases, RewardDays rewards, JoinedMembers members, ProgramSettings settings) {
        this.purchases = purchases;
        this.rewards = rewards;
        this.members = members;
        this.settings = settings;
    }

    /**
     * @param sums days whose sums changed
     * @param bought days on which somebody bought or no longer did
     * @param merged whether two who bought became one
     */
    record Changes(Set<LocalDate> sums, Set<LocalDate> bought, boolean merged) {}

    Changes of(Collection<Event> events) {
        Program program = settings.current();
        Set<LocalDate> bought = new TreeSet<>(purchases.daysOf(
                named(events, OF_PURCHASES, PublicId.PURCHASE), named(events, OF_PURCHASES, PublicId.REFUND)));
        Set<LocalDate> sums = new TreeSet<>(bought);
        rewards.momentsOf(named(events, OF_REDEMPTIONS, PublicId.REDEMPTION)).forEach(at -> sums.add(program.dateOf(at)));
        events.stream()
                .filter(event -> OF_JOINING.contains(event.type()))
                .forEach(event -> sums.add(program.dateOf(event.occurredAt())));
        members.momentsOf(named(events, Set.of(MERGED), PublicId.MEMBER)).forEach(at -> sums.add(program.dateOf(at)));
        if (events.stream().anyMatch(event -> event.type().equals(IMPORTED))) {
            sums.addAll(all());
            bought.addAll(purchases.all());
        }
        return new Changes(sums, bought, events.stream().anyMatch(event -> event.type().equals(MERGED)));
    }

    private static Set<UUID> named(Collection<Event> events, Set<String> types, PublicId kind) {
        Set<UUID> ids = new HashSet<>();
        for (Event event : events) {
            if (types.contains(event.type())) {
                addNamed(event.payload(), kind, ids);
            }
        }
        return ids;
    }

    /** By plain search: looked at are all events there are. */
    private static void addNamed(String payload, PublicId kind, Set<UUID> ids) {
        String opening = "\"" + kind.prefix() + "_";
        for (int at = payload.indexOf(opening); at >= 0; at = payload.indexOf(opening, at + 1)) {
            int end = payload.indexOf('"', at + 1);
            kind.parse(payload.substring(at + 1, Math.max(end, at + 1))).ifPresent(ids::add);
        }
    }

    /** Every day on which somebody bought, joined or took a reward. */
    Set<LocalDate> all() {
        Set<LocalDate> days = new TreeSet<>(purchases.all());
        walk(members::firstFrom, days);
        walk(rewards::firstFrom, days);
        return days;
    }

    private void walk(Function<Instant, Optional<Instant>> firstFrom, Set<LocalDate> days) {
        Program program = settings.current();
        for (Optional<Instant> at = firstFrom.apply(Instant.EPOCH);
                at.isPresent();
                at = firstFrom.apply(program.startOf(program.dateOf(at.get()).plusDays(1)))) {
            days.add(program.dateOf(at.get()));
        }
    }

    /** Every day since somebody first bought something. */
    Set<LocalDate> sinceTheFirstPurchase(LocalDate today) {
        NavigableSet<LocalDate> bought = purchases.all();
        return bought.isEmpty() || bought.first().isAfter(today)
                ? Set.of()
                : bought.first().datesUntil(today.plusDays(1)).collect(Collectors.toSet());
    }
}
