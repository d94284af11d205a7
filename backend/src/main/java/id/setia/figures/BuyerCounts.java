package id.setia.figures;

import id.setia.kernel.Transactions;
import id.setia.members.MemberMerges;
import id.setia.members.MemberPages;
import id.setia.members.MemberState;
import id.setia.purchases.PurchaseDays;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Counts who had bought by the days on which that changed: goes once over all members and the days on which they bought, some
 * hundred at a time, for any number of days. Members who were merged are one.
 */
@Singleton
class BuyerCounts {

    private static final int MEMBERS = 400;
    private static final int FEW = 30;
    private static final int MANY = 90;

    private final MemberPages pages;
    private final MemberMerges merges;
    private final PurchaseDays purchases;
    private final StaleDays stale;
    private final StandRows rows;
    private final FigureLease lease;
    private final Transactions transactions;

    BuyerCounts(
            MemberPages pages,
            MemberMerges merges,
            PurchaseDays purchases,
            StaleDays stale,
            StandRows rows,
            FigureLease lease,
            Transactions transactions) {
        this.pages = pages;
        this.merges = merges;
        this.purchases = purchases;
        this.stale = stale;
        this.rows = rows;
        this.lease = lease;
        this.transactions = transactions;
    }

    void count() {
        NavigableSet<LocalDate> days = stale.all(StaleDays.Kind.BUYERS);
        if (days.isEmpty()) {
            return;
        }
        BuyerDays few = new BuyerDays(days.first(), days.last(), FEW);
        BuyerDays many = new BuyerDays(days.first(), days.last(), MANY);
        Optional<UUID> after = Optional.empty();
        for (List<MemberPages.Listed> page = pages.after(after, MEMBERS);
                !page.isEmpty();
                page = pages.after(after, MEMBERS)) {
            for (NavigableSet<LocalDate> bought :
                    bought(living(page), days.first().minusDays(MANY - 1L), days.last())) {
                few.add(bought);
                many.add(bought);
            }
            hold();
            after = Optional.of(page.getLast().id());
        }
        keep(days, few.counts(), many.counts());
    }

    private static List<UUID> living(List<MemberPages.Listed> page) {
        return page.stream()
                .filter(member -> member.state() != MemberState.MERGED)
                .map(MemberPages.Listed::id)
                .toList();
    }

    /** The days of each who bought something, with those of the ones merged into them. */
    private List<NavigableSet<LocalDate>> bought(List<UUID> living, LocalDate from, LocalDate last) {
        Map<UUID, List<UUID>> families = merges.families(living);
        List<UUID> all = families.values().stream().flatMap(List::stream).toList();
        Map<UUID, NavigableSet<LocalDate>> days = purchases.daysOfBuying(all, from, last);
        List<NavigableSet<LocalDate>> bought = new ArrayList<>();
        for (List<UUID> family : families.values()) {
            NavigableSet<LocalDate> together = new TreeSet<>();
            family.forEach(member -> together.addAll(days.getOrDefault(member, new TreeSet<>())));
            if (!together.isEmpty()) {
                bought.add(together);
            }
        }
        return bought;
    }

    private void hold() {
        transactions.write(connection -> {
            lease.renew(connection);
            return null;
        });
    }

    private void keep(
            NavigableSet<LocalDate> days, SortedMap<LocalDate, Long> few, SortedMap<LocalDate, Long> many) {
        SortedMap<LocalDate, Buyers> counted = new TreeMap<>();
        days.forEach(day -> counted.put(day, new Buyers(few.get(day), many.get(day))));
        transactions.write(connection -> {
            lease.renew(connection);
            rows.putBuyers(connection, counted);
            stale.counted(connection, StaleDays.Kind.BUYERS, days);
            return null;
        });
    }
}
