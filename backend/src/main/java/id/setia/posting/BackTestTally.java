package id.setia.posting;

import id.setia.earning.Judgement;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;

/** Adds up purchases that come member by member; what it keeps does not grow with them. */
final class BackTestTally {

    private static final int MOST_CATEGORIES = 5_000;
    private static final int SHOWN_CATEGORIES = 20;
    private static final String NONE = "";

    private record Place(String month, String tier) {}

    private final Program program;
    private final BackTestOrder order;
    private final BackTestReasons reasons;
    private final LongFunction<Money> accounted;
    private final boolean audiencesOfNow;
    private final Map<Place, BackTestFigures> months =
            new TreeMap<>(Comparator.comparing(Place::month).thenComparing(Place::tier));
    private final Map<String, BackTestTier> tiers = new TreeMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<LocalDate, BackTestWeek> weeks = new TreeMap<>();
    private final MostChangedReceipts receipts = new MostChangedReceipts();
    private BackTestFigures all = BackTestFigures.NONE;
    private Optional<UUID> member = Optional.empty();
    private String memberTier = NONE;
    private long memberDifference;
    private long members;
    private long membersTouched;
    private boolean touched;

    /**
     * An empty one.
     *
     * @param reasons tells why points differ
     * @param accounted what points count for in the books
     * @param audiencesOfNow whether the rule was judged by who is in its audiences now
     */
    BackTestTally(
            Program program,
            BackTestOrder order,
            BackTestReasons reasons,
            LongFunction<Money> accounted,
            boolean audiencesOfNow) {
        this.program = program;
        this.order = order;
        this.reasons = reasons;
        this.accounted = accounted;
        this.audiencesOfNow = audiencesOfNow;
    }

    /**
     * Adds a purchase.
     *
     * @param standing its points as they really stand
     * @param before as the rules of then give them
     * @param with as they would have been
     */
    void add(Purchase purchase, Judgement standing, Judgement before, Judgement with) {
        if (!member.equals(purchase.memberId())) {
            close();
            member = purchase.memberId();
        }
        memberTier = standing.tier();
        memberDifference += with.points() - before.points();
        touched |= with.points() != before.points();
        all = all.plus(standing.points(), before.points(), with.points());
        months.merge(
                new Place(program.monthOf(purchase.head().occurredAt()).toString(), standing.tier()),
                BackTestFigures.NONE.plus(standing.points(), before.points(), with.points()),
                (sum, more) -> sum.plus(standing.points(), before.points(), with.points()));
        if (order.byWeek()) {
            LocalDate monday = purchase.programDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(
                    monday,
                    BackTestWeek.none(monday).plus(before.points(), with.points()),
                    (sum, more) -> sum.plus(before.points(), with.points()));
        }
        if (receipts.takes(with.points() - before.points())) {
            receipts.add(receipt(purchase, before, with));
        }
        count(Optional.empty(), with.pointsAt(0) - before.pointsAt(0));
        for (PurchaseLine line : purchase.lines()) {
            count(line.line().category(), with.pointsAt(line.position()) - before.pointsAt(line.position()));
        }
    }

    private BackTestReceipt receipt(Purchase purchase, Judgement before, Judgement with) {
        return new BackTestReceipt(
                PublicId.PURCHASE.format(purchase.id()),
                PublicId.MEMBER.format(purchase.memberId().orElseThrow()),
                PublicId.STORE.format(purchase.head().storeId()),
                purchase.head().receiptNumber().or(() -> purchase.head().orderNumber()).orElse(null),
                purchase.head().occurredAt(),
                Money.ofMinor(purchase.amounts().total(), program.currency()),
                before.points(),
                with.points(),
                reasons.between(before, with));
    }

    private void count(Optional<String> category, long difference) {
        if (difference != 0) {
            String name = category.orElse(NONE);
            categories.merge(
                    categories.size() < MOST_CATEGORIES || categories.containsKey(name) ? name : NONE,
                    difference,
                    Long::sum);
        }
    }

    private void close() {
        if (member.isPresent()) {
            members++;
            membersTouched += touched ? 1 : 0;
            tiers.put(memberTier, tiers.getOrDefault(memberTier, BackTestTier.none(memberTier)).plus(memberDifference));
        }
        memberDifference = 0;
        touched = false;
    }

    /** Points more, or less, of all purchases so far. */
    long difference() {
        return all.difference();
    }

    BackTestResult result() {
        int expectedUsePercent = order.expectedUsePercent();
        close();
        member = Optional.empty();
        List<BackTestMonth> rows = new ArrayList<>();
        months.forEach((place, figures) -> rows.add(new BackTestMonth(place.month(), place.tier(), figures)));
        return new BackTestResult(
                all,
                members,
                membersTouched,
                program.worthOf(all.difference()),
                expectedUsePercent,
                accounted.apply(Math.floorDiv(Math.multiplyExact(all.difference(), expectedUsePercent), 100)),
                audiencesOfNow,
                rows,
                List.copyOf(tiers.values()),
                categories.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -Math.abs(entry.getValue()))
                                .thenComparing(Map.Entry::getKey))
                        .limit(SHOWN_CATEGORIES)
                        .map(entry -> new BackTestCategory(
                                entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                        .toList(),
                List.copyOf(weeks.values()),
                receipts.inOrder());
    }
}
