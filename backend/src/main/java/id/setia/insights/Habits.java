package id.setia.insights;

import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.members.ConsentPurpose;
import id.setia.members.ConsentWithdrawn;
import id.setia.members.MemberMerges;
import id.setia.members.MemberPages;
import id.setia.program.ProgramSettings;
import id.setia.purchases.PurchaseFigures;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The door to what members often buy, as counted last night. Only of members who agree to profiling, and forgotten when they
 * no longer do.
 */
@Singleton
public class Habits {

    /** Fewer purchases within the days looked back are no habit. */
    public static final long LEAST = 3;

    private static final int DAYS = 180;
    private static final int CHUNK = 500;

    /** Of more categories those bought most often are kept. */
    private static final int MOST = 50;

    private static final Comparator<Entry<String, Long>> OFTEN_FIRST =
            Entry.<String, Long>comparingByValue().reversed().thenComparing(Entry.comparingByKey());

    private final HabitRows rows;
    private final MemberPages pages;
    private final MemberMerges merges;
    private final PurchaseFigures purchases;
    private final ProgramSettings settings;
    private final Transactions transactions;

    Habits(
            HabitRows rows,
            MemberPages pages,
            MemberMerges merges,
            PurchaseFigures purchases,
            ProgramSettings settings,
            Transactions transactions) {
        this.rows = rows;
        this.pages = pages;
        this.merges = merges;
        this.purchases = purchases;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * Adds to the sheaf how many of a member's purchases held something of each category they often buy; nothing of a member
     * of whom none is known. Known once that is read.
     */
    public Map<String, Long> read(UUID memberId, Sheaf sheaf) {
        Map<String, Long> bought = new HashMap<>();
        rows.read(memberId, sheaf, bought::putAll);
        return bought;
    }

    /** The same by itself. */
    public Map<String, Long> of(UUID memberId) {
        Sheaf sheaf = new Sheaf();
        Map<String, Long> bought = read(memberId, sheaf);
        transactions.read(sheaf);
        return bought;
    }

    /**
     * Counts anew the habits of the next members after one; those merged into them count for them.
     *
     * @param asOf the last day of the run; purchases since are counted too
     * @return the last of them; empty once everybody is counted
     */
    Optional<UUID> count(Optional<UUID> after, LocalDate asOf) {
        Optional<MemberPages.Agreeing> page = pages.agreeing(after, ConsentPurpose.PROFILING, CHUNK);
        page.ifPresent(of -> rows.replace(after, of.last(), habits(of.members(), asOf)));
        return page.map(MemberPages.Agreeing::last);
    }

    private Map<UUID, Map<String, Long>> habits(Collection<UUID> members, LocalDate asOf) {
        Map<UUID, List<UUID>> families = merges.families(members);
        Map<UUID, Map<String, Long>> bought = purchases.categories(
                families.values().stream().flatMap(List::stream).toList(), since(asOf));
        Map<UUID, Map<String, Long>> habits = new TreeMap<>();
        families.forEach((member, family) -> {
            Map<String, Long> sum = new HashMap<>();
            family.forEach(one -> bought.getOrDefault(one, Map.of())
                    .forEach((category, count) -> sum.merge(category, count, Long::sum)));
            Map<String, Long> often = often(sum);
            if (!often.isEmpty()) {
                habits.put(member, often);
            }
        });
        return habits;
    }

    private Instant since(LocalDate asOf) {
        return settings.current().startOf(asOf.plusDays(1).minusDays(DAYS));
    }

    /** Sorted, so that the same habits are written by the same text. */
    private static Map<String, Long> often(Map<String, Long> bought) {
        return bought.entrySet().stream()
                .filter(category -> category.getValue() >= LEAST)
                .sorted(OFTEN_FIRST)
                .limit(MOST)
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue, Long::sum, TreeMap::new));
    }

    /** In the transaction of the member's word. */
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == ConsentPurpose.PROFILING) {
            rows.delete(List.of(withdrawn.memberId()));
        }
    }
}
