package id.setia.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.imports.OwnServer;
import id.setia.insights.RfmRuns;
import id.setia.insights.RfmSegment;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberState;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Shopper;
import id.setia.testing.Shoppers;
import id.setia.testing.TestProgram;
import id.setia.tiers.TierLadder;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random audiences over random members, counted by the database and by plain loops over the members in memory. */
class AudienceCountsTest {

    private static final int MEMBERS = 400;
    private static final int AUDIENCES = 200;

    /** Of all members in one statement; more than rules ever name. */
    private static final int AT_ONCE = 20;
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static OwnServer server;
    private static List<UUID> stores;
    private static List<Shopper> shoppers;
    private static Instant now;
    private static Map<UUID, Scores> scored;

    private final Random random = new Random(42);

    @BeforeAll
    static void found() throws SQLException {
        server = OwnServer.start("audiences");
        Partner owner = server.found(TestProgram.PROGRAM, 100_000);
        server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        stores = Stream.of("jkt", "bdg", "sby")
                .map(code -> server.bean(PartnerDirectory.class)
                        .createStore(OwnServer.NOBODY, owner.id(), code, code, JAKARTA, "Jawa")
                        .id())
                .toList();
        now = server.bean(BusinessClock.class).now();
        shoppers = new Shoppers(7, server.bean(IdMaker.class), now, stores).make(MEMBERS, 9);
        scored = scores();
        Shoppers.write(server.bean(Transactions.class), owner.id(), shoppers);
        server.bean(RfmRuns.class).queueNightly();
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void random_audiences_have_the_very_members_that_plain_loops_find() {
        Audiences audiences = server.bean(Audiences.class);
        Map<UUID, Criterion> saved = new HashMap<>();
        int empty = 0;
        for (int number = 0; number < AUDIENCES; number++) {
            Criterion criterion = random(3);
            saved.put(save(criterion), criterion);

            Set<UUID> expected = members(criterion);

            assertThat(audiences.count(criterion)).as(criterion.toString()).isEqualTo(expected.size());
            empty += expected.isEmpty() ? 1 : 0;
        }
        assertThat(empty).as("audiences with nobody").isLessThan(AUDIENCES / 2);

        Map<UUID, Set<UUID>> of = new HashMap<>();
        List<UUID> named = List.copyOf(saved.keySet());
        for (int from = 0; from < AUDIENCES; from += AT_ONCE) {
            audiences.of(Shoppers.idsOf(shoppers), Set.copyOf(named.subList(from, from + AT_ONCE)))
                    .forEach((member, in) -> of.computeIfAbsent(member, ignored -> new HashSet<>()).addAll(in));
        }
        saved.forEach((id, criterion) -> assertThat(shoppers.stream()
                        .map(Shopper::id)
                        .filter(member -> of.getOrDefault(member, Set.of()).contains(id)))
                .as(criterion.toString())
                .containsExactlyInAnyOrderElementsOf(members(criterion)));
    }

    @Test
    void members_come_page_by_page_in_the_order_of_their_ids() {
        Criterion criterion = new Criterion.Language(List.of("en"));
        Audience audience = new Audience.Saved(save(criterion));
        Audiences audiences = server.bean(Audiences.class);

        List<UUID> first = audiences.after(audience, Optional.empty(), 10);
        List<UUID> second = audiences.after(audience, Optional.of(first.getLast()), 1_000);

        assertThat(first).hasSize(10);
        assertThat(Stream.concat(first.stream(), second.stream()))
                .containsExactlyInAnyOrderElementsOf(members(criterion));
        assertThat(audiences.count(audience)).isEqualTo(members(criterion).size());
        assertThat(audiences.count(new Audience.Everyone()))
                .isEqualTo(shoppers.stream().filter(Shopper::takesPart).count());
    }

    @Test
    void a_static_list_has_those_of_its_last_whole_import_who_still_take_part() {
        AudienceRows rows = server.bean(AudienceRows.class);
        AudienceMembers members = server.bean(AudienceMembers.class);
        UUID listId = server.bean(IdMaker.class).next();
        SavedAudience list = new SavedAudience(
                server.bean(IdMaker.class).next(), "Daftar", Optional.empty(), Optional.of(listId), 30, 1, now);
        rows.add(list);
        server.bean(Audiences.class).advance();
        server.bean(Audiences.class).forget();
        List<Shopper> listed = shoppers.subList(0, 30);
        members.add(listId, Shoppers.idsOf(listed));
        members.add(server.bean(IdMaker.class).next(), Shoppers.idsOf(shoppers.subList(30, 60)));
        Set<UUID> expected =
                listed.stream().filter(Shopper::takesPart).map(Shopper::id).collect(Collectors.toSet());

        assertThat(server.bean(Audiences.class).count(list)).isEqualTo(expected.size());
        assertThat(server.bean(Audiences.class).count(new Criterion.OnList(list.id()))).isEqualTo(expected.size());
        assertThat(server.bean(Audiences.class).of(Shoppers.idsOf(shoppers), Set.of(list.id())).keySet())
                .isEqualTo(expected);
    }

    @Test
    void nothing_is_asked_of_the_database_where_no_audience_is_asked_for() {
        assertThat(server.bean(Audiences.class).of(Shoppers.idsOf(shoppers), Set.of())).isEmpty();
        assertThat(server.bean(Audiences.class).of(Shoppers.idsOf(shoppers), Set.of(new UUID(9, 9)))).isEmpty();
    }

    @Test
    void criteria_are_kept_as_data() {
        Json json = server.bean(Json.class);
        for (int number = 0; number < AUDIENCES; number++) {
            Criterion criterion = random(3);
            assertThat(json.read(json.write(criterion), Criterion.class)).isEqualTo(criterion);
        }
    }

    private static UUID save(Criterion criterion) {
        UUID id = server.bean(IdMaker.class).next();
        server.bean(AudienceRows.class)
                .add(new SavedAudience(id, "Uji", Optional.of(criterion), Optional.empty(), 0, 1, now));
        server.bean(Audiences.class).advance();
        server.bean(Audiences.class).forget();
        return id;
    }


    private static Set<UUID> members(Criterion criterion) {
        boolean profiles = looksAtPurchases(criterion);
        return shoppers.stream()
                .filter(Shopper::takesPart)
                .filter(shopper -> meets(criterion).test(shopper))
                .filter(shopper -> !profiles || shopper.agrees("profiling"))
                .map(Shopper::id)
                .collect(Collectors.toSet());
    }

    private static boolean looksAtPurchases(Criterion criterion) {
        return criterion.toString().contains("Bought[") || criterion.toString().contains("RfmCell[");
    }

    private static Predicate<Shopper> meets(Criterion criterion) {
        LocalDate today = now.atZone(JAKARTA).toLocalDate();
        return switch (criterion) {
            case Criterion.All all -> shopper -> all.criteria().stream().allMatch(part -> meets(part).test(shopper));
            case Criterion.Any any -> shopper -> any.criteria().stream().anyMatch(part -> meets(part).test(shopper));
            case Criterion.None none -> shopper -> none.criteria().stream().noneMatch(part -> meets(part).test(shopper));
            case Criterion.Language language -> shopper -> language.languages().contains(shopper.language());
            case Criterion.Joined joined -> shopper -> {
                LocalDate day = shopper.joinedAt().atZone(JAKARTA).toLocalDate();
                return (joined.from() == null || !day.isBefore(joined.from()))
                        && (joined.until() == null || !day.isAfter(joined.until()));
            };
            case Criterion.BirthdayMonth birthday -> shopper -> shopper.born()
                    .filter(born -> birthday.months().isEmpty()
                            ? born.getMonth() == today.getMonth()
                            : birthday.months().contains(born.getMonthValue()))
                    .isPresent();
            case Criterion.State state -> shopper ->
                    state.states().stream().anyMatch(one -> one.value().equals(shopper.state()));
            case Criterion.Tiers tiers -> shopper -> tiers.tiers().contains(shopper.tier(now));
            case Criterion.Balance balance -> shopper -> {
                long available = shopper.available().orElse(0L);
                return available >= balance.least() && available <= balance.most();
            };
            case Criterion.Bought bought -> shopper -> bought(bought, shopper, today);
            case Criterion.Consent consent -> shopper -> shopper.agrees(consent.purpose().value()) == consent.given();
            case Criterion.RfmCell cell -> shopper -> rfm(cell, shopper);
            case Criterion.OnList list -> shopper -> false;
        };
    }

    private static boolean bought(Criterion.Bought wanted, Shopper shopper, LocalDate today) {
        long count = 0;
        long spend = 0;
        for (Shopper.Bought bought : shopper.bought()) {
            boolean counts = bought.kept() > 0
                    && (wanted.withinDays() == null
                            || !bought.at().atZone(JAKARTA).toLocalDate().isBefore(today.minusDays(wanted.withinDays())))
                    && (wanted.stores().isEmpty() || wanted.stores().contains(bought.store()));
            List<Shopper.Item> items = bought.items().stream()
                    .filter(item -> item.amount() > item.refunded())
                    .filter(item -> item.category().equals(wanted.category())
                            || item.category().startsWith(wanted.category() + " > "))
                    .toList();
            if (counts && wanted.category() == null) {
                count++;
                spend += bought.kept();
            } else if (counts && !items.isEmpty()) {
                count++;
                spend += items.stream().mapToLong(item -> item.amount() - item.refunded()).sum();
            }
        }
        return count >= wanted.fewest() && count <= wanted.most() && spend >= wanted.leastSpend() && spend <= wanted.mostSpend();
    }

    /** Purchases of a member that count towards the scores: twelve months up to yesterday. */
    private static List<Shopper.Bought> window(Shopper shopper, LocalDate today) {
        return shopper.bought().stream()
                .filter(bought -> bought.kept() > 0)
                .filter(bought -> {
                    LocalDate day = bought.at().atZone(JAKARTA).toLocalDate();
                    return day.isBefore(today) && !day.isBefore(today.minusMonths(12));
                })
                .toList();
    }

    /** How a member bought in the window. */
    private record Habit(LocalDate latest, int purchases, long spend) {}

    private record Scores(int recency, int frequency, int monetary) {}

    /** The scores of all members who bought in the window, each counted against all of them. */
    private static Map<UUID, Scores> scores() {
        LocalDate today = now.atZone(JAKARTA).toLocalDate();
        Map<UUID, Habit> habits = new HashMap<>();
        for (Shopper shopper : shoppers) {
            List<Shopper.Bought> window = window(shopper, today);
            if (shopper.takesPart() && !window.isEmpty()) {
                habits.put(
                        shopper.id(),
                        new Habit(
                                window.stream()
                                        .map(bought -> bought.at().atZone(JAKARTA).toLocalDate())
                                        .max(LocalDate::compareTo)
                                        .orElseThrow(),
                                window.size(),
                                window.stream().mapToLong(Shopper.Bought::kept).sum()));
            }
        }
        Map<UUID, Scores> scores = new HashMap<>();
        habits.forEach((id, habit) -> scores.put(
                id,
                new Scores(
                        fifth(habits, other -> other.latest().isBefore(habit.latest())),
                        fifth(habits, other -> other.purchases() < habit.purchases()),
                        fifth(habits, other -> other.spend() < habit.spend()))));
        return scores;
    }

    private static int fifth(Map<UUID, Habit> habits, Predicate<Habit> below) {
        return (int) (5 * habits.values().stream().filter(below).count() / habits.size()) + 1;
    }

    private static boolean rfm(Criterion.RfmCell wanted, Shopper shopper) {
        Scores scores = scored.get(shopper.id());
        return scores != null
                && (wanted.recency().isEmpty() || wanted.recency().contains(scores.recency()))
                && (wanted.frequency().isEmpty() || wanted.frequency().contains(scores.frequency()))
                && (wanted.monetary().isEmpty() || wanted.monetary().contains(scores.monetary()))
                && (wanted.segments().isEmpty()
                        || wanted.segments().contains(RfmSegment.of(scores.recency(), scores.frequency())));
    }

    private Criterion random(int depth) {
        List<Supplier<Criterion>> leaves = List.of(
                () -> new Criterion.Language(some(List.of("id", "en"))),
                () -> new Criterion.Joined(day(), null),
                () -> new Criterion.Joined(null, day()),
                () -> new Criterion.BirthdayMonth(random.nextBoolean() ? List.of() : some(List.of(1, 2, 3, 7, 11))),
                () -> new Criterion.State(some(List.of(MemberState.UNCLAIMED, MemberState.ACTIVE, MemberState.FROZEN))),
                () -> new Criterion.Tiers(some(List.of("red", "gold", "priority"))),
                () -> new Criterion.Balance(random.nextInt(300), random.nextBoolean() ? Long.MAX_VALUE : 350),
                this::randomBought,
                this::randomBought,
                () -> new Criterion.Consent(some(List.of(ConsentPurpose.values())).getFirst(), random.nextBoolean()),
                () -> new Criterion.RfmCell(
                        some(List.of(1, 2, 3, 4, 5)),
                        random.nextBoolean() ? List.of() : some(List.of(1, 2, 3, 4, 5)),
                        random.nextBoolean() ? List.of() : some(List.of(1, 2, 3, 4, 5)),
                        List.of()),
                () -> new Criterion.RfmCell(
                        List.of(), List.of(), List.of(), some(List.of(RfmSegment.values()))));
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaves.get(random.nextInt(leaves.size())).get();
        }
        List<Criterion> within = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(number -> random(depth - 1))
                .toList();
        return switch (random.nextInt(3)) {
            case 0 -> new Criterion.All(within);
            case 1 -> new Criterion.Any(within);
            default -> new Criterion.None(within);
        };
    }

    private Criterion randomBought() {
        boolean none = random.nextInt(4) == 0;
        return new Criterion.Bought(
                random.nextBoolean() ? null : 5 + random.nextInt(300),
                random.nextBoolean() ? null : some(Shoppers.CATEGORIES).getFirst(),
                random.nextBoolean() ? List.of() : some(stores),
                none ? 0 : random.nextInt(3),
                none ? 0 : random.nextBoolean() ? Long.MAX_VALUE : 4,
                random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(40) * 100_000L,
                random.nextBoolean() ? Long.MAX_VALUE : 10_000_000L);
    }

    private LocalDate day() {
        return now.atZone(JAKARTA).toLocalDate().minusDays(random.nextInt(800));
    }

    private <T> List<T> some(List<T> items) {
        List<T> some = items.stream().filter(item -> random.nextInt(2) == 0).toList();
        return some.isEmpty() ? List.of(items.get(random.nextInt(items.size()))) : some;
    }
}
