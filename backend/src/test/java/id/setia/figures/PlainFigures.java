package id.setia.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.TestFeed;
import id.setia.kernel.Transactions;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.rewards.RewardSum;
import id.setia.testing.TestLeases;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts figures from every row there is, to be held against those that are kept. */
@Singleton
public class PlainFigures {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int DAYS_OF_BUYERS = 400;
    private static final int FURTHEST_YEARS = 100;

    private final FigureCounting counting;
    private final FigureProgress progress;
    private final SalesRows sales;
    private final PointsRows points;
    private final StandRows stands;
    private final TestFeed feed;
    private final TestLeases leases;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    PlainFigures(
            FigureCounting counting,
            FigureProgress progress,
            SalesRows sales,
            PointsRows points,
            StandRows stands,
            TestFeed feed,
            TestLeases leases,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.counting = counting;
        this.progress = progress;
        this.sales = sales;
        this.points = points;
        this.stands = stands;
        this.feed = feed;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    private interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    /** Counts everything from the beginning, whatever was counted before. */
    public void begin() {
        leases.free("figures");
        progress.forget();
        count();
    }

    /** Counts what is new. */
    public void count() {
        feed.move();
        counting.countAll();
    }

    /** Holds the figures that are kept against a plain count; a till whose clock is wrong sells on days to come. */
    public void mustBeThoseOfTheRows() {
        LocalDate today = settings.current().dateOf(clock.now());
        LocalDate last = today.plusYears(FURTHEST_YEARS);
        assertThat(withoutNothing(sales.between(FIRST, last), DaySales.NOTHING)).isEqualTo(sales());
        assertThat(withoutNothing(sales.stores(FIRST, last), DaySales.NOTHING)).isEqualTo(stores());
        assertThat(withoutNothing(points.between(FIRST, last), DayPoints.NOTHING)).isEqualTo(points());
        assertThat(sales.rewards(FIRST, last, 1_000_000)).containsExactlyInAnyOrderElementsOf(rewards());
        assertThat(outstanding()).isEqualTo(points.before(last).outstanding());
        LocalDate oldest = today.minusDays(DAYS_OF_BUYERS - 1L);
        LocalDate known = stands.buyers(FIRST, today).firstKey();
        LocalDate from = known.isAfter(oldest) ? known : oldest;
        assertThat(stands.buyers(from, today)).isEqualTo(buyers(from, today));
    }

    private static <K, V> Map<K, V> withoutNothing(Map<K, V> figures, V nothing) {
        Map<K, V> some = new HashMap<>(figures);
        some.values().removeIf(nothing::equals);
        return some;
    }

    private void read(String sql, Rows rows) {
        transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.take(row);
                }
                return null;
            }
        });
    }

    private Map<LocalDate, DaySales> sales() {
        Program program = settings.current();
        Map<LocalDate, DaySales> days = new HashMap<>();
        readPurchases((row, bought) -> days.merge(
                row.getObject("program_date", LocalDate.class), withoutPoints(bought), DaySales::plus));
        read("SELECT joined_at FROM member WHERE merged_into IS NULL", row -> days.merge(
                program.dateOf(Sql.instant(row, "joined_at")), new DaySales(0, 0, 0, 0, 0, 1), DaySales::plus));
        return days;
    }

    private interface PurchaseRow {
        void take(ResultSet row, DaySales bought) throws SQLException;
    }

    private void readPurchases(PurchaseRow rows) {
        read(
                "SELECT program_date, store_id, member_id, total, refunded, points, points_taken_back FROM purchase",
                row -> {
                    long net = row.getLong("total") - row.getLong("refunded");
                    long earned = row.getLong("points") - row.getLong("points_taken_back");
                    boolean members = row.getBytes("member_id") != null;
                    if (net > 0) {
                        rows.take(row, new DaySales(1, net, members ? 1 : 0, members ? net : 0, earned, 0));
                    }
                });
    }

    private static DaySales withoutPoints(DaySales of) {
        return new DaySales(of.purchases(), of.sales(), of.memberPurchases(), of.memberSales(), 0, of.newMembers());
    }

    private Map<UUID, DaySales> stores() {
        Map<UUID, DaySales> stores = new HashMap<>();
        readPurchases((row, bought) -> stores.merge(Sql.id(row, "store_id"), bought, DaySales::plus));
        read(
                """
                SELECT e.store_id
                FROM till_enrolment e
                JOIN member m ON m.id = e.member_id
                WHERE m.merged_into IS NULL""",
                row -> stores.merge(Sql.id(row, "store_id"), new DaySales(0, 0, 0, 0, 0, 1), DaySales::plus));
        return stores;
    }

    private Map<LocalDate, DayPoints> points() {
        Program program = settings.current();
        Map<LocalDate, DayPoints> days = new HashMap<>();
        read(
                """
                SELECT t.business_at, e.account, e.points
                FROM ledger_entry e
                JOIN ledger_transaction t ON t.member_id = e.member_id AND t.id = e.transaction_id""",
                row -> days.merge(
                        program.dateOf(Sql.instant(row, "business_at")),
                        of(row.getString("account"), row.getLong("points")),
                        DayPoints::plus));
        return withoutNothing(days, DayPoints.NOTHING);
    }

    private static DayPoints of(String account, long points) {
        return switch (account) {
            case "issued" -> new DayPoints(-points, 0, 0, 0, 0);
            case "opening" -> new DayPoints(0, -points, 0, 0, 0);
            case "redeemed" -> new DayPoints(0, 0, points, 0, 0);
            case "expired" -> new DayPoints(0, 0, 0, points, 0);
            case "adjusted" -> new DayPoints(0, 0, 0, 0, points);
            default -> DayPoints.NOTHING;
        };
    }

    private long outstanding() {
        long[] sum = new long[1];
        read("SELECT available + pending + held + debt AS points FROM points_account", row -> sum[0] += row.getLong("points"));
        return sum[0];
    }

    private List<RewardSum> rewards() {
        Map<UUID, RewardSum> sums = new TreeMap<>();
        read("SELECT reward_id, points FROM redemption WHERE state = 'done' AND actor_kind <> 'offer'", row -> sums.merge(
                Sql.id(row, "reward_id"),
                new RewardSum(Sql.id(row, "reward_id"), 1, row.getLong("points")),
                (one, other) -> new RewardSum(
                        one.rewardId(), one.redemptions() + other.redemptions(), one.points() + other.points())));
        return List.copyOf(sums.values());
    }

    private Map<LocalDate, Buyers> buyers(LocalDate from, LocalDate last) {
        Map<UUID, UUID> merged = new HashMap<>();
        read("SELECT id, merged_into FROM member WHERE merged_into IS NOT NULL", row ->
                merged.put(Sql.id(row, "id"), Sql.id(row, "merged_into")));
        Map<LocalDate, Set<UUID>> bought = new HashMap<>();
        read("SELECT member_id, program_date FROM purchase WHERE member_id IS NOT NULL AND total > refunded", row -> {
            UUID member = Sql.id(row, "member_id");
            bought.computeIfAbsent(row.getObject("program_date", LocalDate.class), day -> new HashSet<>())
                    .add(Optional.ofNullable(merged.get(member)).orElse(member));
        });
        Map<LocalDate, Buyers> days = new TreeMap<>();
        from.datesUntil(last.plusDays(1)).forEach(day -> days.put(
                day, new Buyers(within(bought, day, 30), within(bought, day, 90))));
        return days;
    }

    private static long within(Map<LocalDate, Set<UUID>> bought, LocalDate last, int days) {
        return last.minusDays(days - 1L)
                .datesUntil(last.plusDays(1))
                .flatMap(day -> bought.getOrDefault(day, Set.of()).stream())
                .distinct()
                .count();
    }
}
