package id.setia.figures;

import id.setia.kernel.Transactions;
import id.setia.members.JoinedMembers;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.PurchaseDays;
import id.setia.purchases.StoreDay;
import id.setia.rewards.RewardDays;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Counts a day from its rows and puts what it comes to in the place of what was known. */
@Singleton
class DayCounts {

    private final PurchaseDays purchases;
    private final JoinedMembers members;
    private final RewardDays rewards;
    private final SalesRows rows;
    private final StaleDays stale;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final Transactions transactions;

    DayCounts(
            PurchaseDays purchases,
            JoinedMembers members,
            RewardDays rewards,
            SalesRows rows,
            StaleDays stale,
            FigureLease lease,
            ProgramSettings settings,
            Transactions transactions) {
        this.purchases = purchases;
        this.members = members;
        this.rewards = rewards;
        this.rows = rows;
        this.stale = stale;
        this.lease = lease;
        this.settings = settings;
        this.transactions = transactions;
    }

    void sums(LocalDate day) {
        Program program = settings.current();
        Instant from = program.startOf(day);
        Instant until = program.startOf(day.plusDays(1));
        transactions.write(connection -> {
            lease.renew(connection);
            Map<Optional<UUID>, Long> joined = members.count(from, until);
            List<DaySales.OfStore> stores = stores(purchases.of(day), joined);
            rows.replace(
                    connection, day, program(stores, joined.getOrDefault(Optional.empty(), 0L)), stores,
                    rewards.of(from, until));
            stale.counted(connection, StaleDays.Kind.SUMS, List.of(day));
            return null;
        });
    }

    private static List<DaySales.OfStore> stores(List<StoreDay> sold, Map<Optional<UUID>, Long> joined) {
        Map<UUID, DaySales> stores = new TreeMap<>();
        for (StoreDay store : sold) {
            stores.put(store.storeId(), new DaySales(
                    store.purchases(), store.sales(), store.memberPurchases(), store.memberSales(), store.points(), 0));
        }
        joined.forEach((store, count) -> store.ifPresent(
                id -> stores.merge(id, new DaySales(0, 0, 0, 0, 0, count), DaySales::plus)));
        return stores.entrySet().stream()
                .map(store -> new DaySales.OfStore(store.getKey(), store.getValue()))
                .toList();
    }

    private static DaySales program(List<DaySales.OfStore> stores, long joinedElsewhere) {
        return stores.stream()
                .map(DaySales.OfStore::sales)
                .reduce(new DaySales(0, 0, 0, 0, 0, joinedElsewhere), DaySales::plus);
    }
}
