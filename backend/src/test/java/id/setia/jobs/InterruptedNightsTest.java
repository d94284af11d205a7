package id.setia.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.setia.access.Role;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleStops;
import id.setia.earning.Trigger;
import id.setia.earning.Waiting;
import id.setia.imports.OwnServer;
import id.setia.insights.RfmRuns;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.offers.TestNoting;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.PointsLedger;
import id.setia.posting.Proof;
import id.setia.posting.TestNight;
import id.setia.testing.Browser;
import id.setia.testing.TestProgram;
import id.setia.tiers.TestTierRuns;
import id.setia.tiers.TierLadder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Everything a deployment does at night, over the same members again and again, by nodes that are interrupted at random
 * statements and commits: what came of it is what comes of an undisturbed night. So many nights as {@code setia.test.nights}
 * says.
 */
class InterruptedNightsTest {

    private static final int NIGHTS = Integer.getInteger("setia.test.nights", 3);
    private static final long SEED = Long.getLong("setia.test.seed", 20_261_128);
    private static final int MOST_INTERRUPTIONS = 3;
    private static final int CUSTOMERS = 130;
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");
    private static final Map<String, Object> WITH_INTERRUPTIONS = Map.of("setia.test.interruptions", "true");

    private static OwnServer first;
    private static OwnServer second;
    private static World world;
    private static Browser marketer;
    private static List<Task> tasks;

    private final Map<Interruption, Integer> interruptions = new EnumMap<>(Interruption.class);
    private final List<String> story = new ArrayList<>();

    /**
     * A part of the night.
     *
     * @param work    does it, or what is left of it, on a node
     * @param isDone  whether nothing is left of it
     */
    private record Task(String name, Consumer<OwnServer> work, Predicate<OwnServer> isDone) {}

    @BeforeAll
    static void an_evening() throws SQLException {
        first = OwnServer.start("nights", WITH_INTERRUPTIONS);
        Partner owner = first.found(TestProgram.PROGRAM, 100_000);
        first.bean(PartnerDirectory.class).createStore(OwnServer.NOBODY, owner.id(), "jkt", "Menteng", JAKARTA, "Jakarta");
        first.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        publish("short", Trigger.PURCHASE, 5, 1, owner.id(), null);
        publish("waits", Trigger.PURCHASE, 7, 12, owner.id(), new Waiting(20, false));
        publish("birthday", Trigger.BIRTHDAY, 50, 12, owner.id(), null);
        UUID wrong = publish("wrong", Trigger.PURCHASE, 25, 12, owner.id(), null);
        marketer = first.staff(Role.MARKETER);

        queue("purchases", purchases("OLD", CUSTOMERS, 3, 0));
        first.bean(JobRunner.class).runDue(first.bean(SystemClock.class).now());
        LocalDate today = first.bean(BusinessClock.class).now().plus(Duration.ofDays(40)).atZone(JAKARTA).toLocalDate();
        execute("UPDATE member SET state = 'active', birth_date = '1990-" + today.toString().substring(5) + "'");
        execute("INSERT INTO consent (id, member_id, purpose, given, text_version, language, channel, recorded_by, recorded_at)"
                + " SELECT id, id, 'profiling', 1, '2026-11', 'id', 'web', '', joined_at FROM member");
        List<UUID> members = world(first).members();
        members.stream().limit(60).forEach(member -> first.bean(TestNight.class).hold(member, 10));
        first.bean(RuleStops.class).stop(OwnServer.NOBODY, wrong, "Salah");
        first.bean(BusinessClock.class).advance(Duration.ofDays(40));
        second = first.anotherNode(WITH_INTERRUPTIONS);
        queueJobs(wrong);
        world = world(first);
        world.keep();
        tasks = tasks();
    }

    private static World world(OwnServer server) {
        return new World(server.database());
    }

    private static UUID publish(String code, Trigger trigger, long points, int months, UUID funder, Waiting waiting) {
        LocalText name = LocalText.of(code, code);
        RuleDefinition rule = new RuleDefinition(
                name, name, trigger, Conditions.NONE, new Effect.Bonus(points), months, funder, null, null, null, null, waiting);
        return first.bean(EarningRules.class).publish(code, rule, LONG_AGO, Optional.empty());
    }

    private static void queueJobs(UUID wrong) {
        first.bean(TestNight.class).takeBack(wrong);
        backTest();
        first.bean(RfmRuns.class).queueNightly();
        first.bean(TestNoting.class).queue();
        queue("purchases", purchases("NEW", CUSTOMERS + 20, 1, 40));
        StringBuilder members = new StringBuilder("member_number,name,birth_date,join_date,opening\n");
        for (int number = 0; number < 300; number++) {
            members.append("M").append(number).append(",Sari ").append(number % 50 == 7 ? ",1990-02-30" : ",1992-03-0" + (1 + number % 9))
                    .append(",2019-03-02,").append(10 + number).append("@2098-12-31\n");
        }
        queue("members", members.toString());
    }

    private static void backTest() {
        LocalDate today = first.bean(BusinessClock.class).now().atZone(JAKARTA).toLocalDate();
        Browser.Answer queued = marketer.with("Idempotency-Key", "nights").post("/api/v1/rules/back-tests", """
                {"terms": {"kind": "bonus", "name": {"id": "Coba", "en": "Try"}, "points": 3, "conditions": {}, "expiryMonths": 12,
                           "funderId": "%s"}, "from": "%s", "until": "%s"}"""
                .formatted(PublicId.PARTNER.format(first.bean(PartnerDirectory.class).owner().id()), today.minusDays(60), today));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
    }

    private static void queue(String kind, String file) {
        Browser.Answer queued = marketer.upload("/api/v1/imports", kind + ".csv", file.getBytes(StandardCharsets.UTF_8), Map.of("kind", kind));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
    }

    /** Receipts of so many customers, so many each, and refunds of some of the first. */
    private static String purchases(String prefix, int customers, int each, int refunds) {
        LocalDate today = first.bean(BusinessClock.class).now().atZone(JAKARTA).toLocalDate();
        StringBuilder file = new StringBuilder("receipt_number,occurred_at,sku,name,quantity,unit_price,customer,category\n");
        for (int number = 0; number < customers * each; number++) {
            file.append(prefix).append(number).append(',').append(today.minusDays(3 + number % 9)).append(" 10:00,sku").append(number % 7)
                    .append(",Barang,").append(1 + number % 3).append(',').append(20_000 + 90_000 * (number % 40)).append(",K")
                    .append(number % customers).append(",Dapur > ").append(number % customers % 4).append('\n');
        }
        for (int number = 0; number < refunds; number++) {
            file.append("C900").append(number).append(',').append(today.minusDays(1)).append(" 10:00,sku").append(number % 7)
                    .append(",Barang,-1,").append(20_000 + 90_000 * (number % 40)).append(",K").append(number).append(",\n");
        }
        return file.toString();
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = first.database().connect(); var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private static List<Task> tasks() {
        List<Task> all = new ArrayList<>(List.of(
                new Task("expiry and release", InterruptedNightsTest::settle, node -> due(node, 1).isEmpty()),
                new Task("hold time-outs", node -> node.bean(TestNight.class).timeOutHolds(20), node -> node.count("points_hold WHERE state = 'open'") == 0),
                new Task("birthdays", node -> node.bean(TestNight.class).birthdays(), node -> node.count("birthday_run WHERE state = 'done'") == 1),
                new Task("tier run", node -> node.bean(TestTierRuns.class).run(40), node -> node.count("tier_run WHERE state = 'done' AND month = '" + month() + "'") == 1)));
        for (String job : world.waitingJobs()) {
            all.add(new Task(job, InterruptedNightsTest::oneJob, node -> node.count("job WHERE id = X'" + job.replaceFirst(".* ", "") + "' AND state IN ('queued', 'running')") == 0));
        }
        return all;
    }

    private static YearMonth month() {
        return TestProgram.PROGRAM.monthOf(first.bean(BusinessClock.class).now());
    }

    private static void settle(OwnServer node) {
        for (List<UUID> due = due(node, 20); !due.isEmpty(); due = due(node, 20)) {
            node.bean(PointsLedger.class).settle(due);
        }
    }

    private static List<UUID> due(OwnServer node, int limit) {
        return node.bean(PointsLedger.class).membersDue(node.bean(BusinessClock.class).now(), limit);
    }

    private static void oneJob(OwnServer node) {
        node.bean(Jobs.class).claim(node.bean(SystemClock.class).now()).ifPresent(node.bean(JobRunner.class)::run);
    }

    /** What the interruptions say in the log is wanted. */
    private static void log(Level level) {
        List.of("id.setia.jobs.JobRunner", "io.micronaut.transaction", "com.zaxxer.hikari.pool")
                .forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
    }

    @AfterAll
    static void end() {
        log(null);
        second.close();
        first.close();
    }

    @Test
    void what_comes_of_a_night_of_interruptions_is_what_comes_of_a_quiet_one() {
        List<Long> sent = quietNight();
        Map<String, List<String>> quiet = world.results();
        quiet.forEach((what, rows) -> assertThat(rows).as(what).isNotEmpty());
        assertThat(quiet.get("jobs")).allMatch(job -> job.contains("|done|"));
        prove();

        log(Level.OFF);
        for (int night = 0; night < NIGHTS; night++) {
            world.restore();
            story.clear();
            Random random = new Random(SEED + night);
            for (int task = 0; task < tasks.size(); task++) {
                disturbed(tasks.get(task), sent.get(task), random);
            }
            assertThat(differences(quiet, world.results())).as("seed %d: %s", SEED + night, story).isEmpty();
            prove();
        }
        System.out.printf("%d nights of %d tasks, each interrupted up to %d times: %s; results as undisturbed%n",
                NIGHTS, tasks.size(), MOST_INTERRUPTIONS, interruptions);
    }

    /** Rows that only one of two nights has. */
    private static List<String> differences(Map<String, List<String>> quiet, Map<String, List<String>> disturbed) {
        List<String> differences = new ArrayList<>();
        for (String what : quiet.keySet()) {
            List<String> lacking = new ArrayList<>(quiet.get(what));
            disturbed.get(what).forEach(lacking::remove);
            List<String> toomuch = new ArrayList<>(disturbed.get(what));
            quiet.get(what).forEach(toomuch::remove);
            lacking.forEach(row -> differences.add(what + " lack " + row));
            toomuch.forEach(row -> differences.add(what + " have " + row));
        }
        return differences;
    }

    /** How much each task sends. */
    private static List<Long> quietNight() {
        List<Long> sent = new ArrayList<>();
        Interruptions counting = first.bean(Interruptions.class);
        for (Task task : tasks) {
            counting.arm(Long.MAX_VALUE, Interruption.KILLED, () -> {});
            task.work().accept(first);
            sent.add(counting.disarm());
            assertThat(task.isDone().test(first)).as(task.name()).isTrue();
        }
        return sent;
    }

    private void disturbed(Task task, long sent, Random random) {
        int left = 1 + random.nextInt(MOST_INTERRUPTIONS);
        List<OwnServer> nodes = List.of(first, second);
        for (int attempt = 0; !task.isDone().test(first); attempt++) {
            assertThat(attempt).as("attempts at " + task.name()).isLessThan(40);
            OwnServer node = nodes.get(random.nextInt(2));
            OwnServer other = nodes.get(1 - nodes.indexOf(node));
            Interruptions between = node.bean(Interruptions.class);
            Interruption what = Interruption.values()[random.nextInt(Interruption.values().length)];
            if (left-- > 0) {
                between.arm(1 + random.nextLong(sent), what, () -> elsewhere(task, other));
            }
            boolean armed = between.isArmed();
            try {
                task.work().accept(node);
            } catch (RuntimeException | NodeDied interrupted) {
                assertThat(between.isArmed()).as("%s failed by itself: %s", task.name(), interrupted).isFalse();
            } finally {
                if (armed && !between.isArmed()) {
                    story.add(task.name() + " " + what);
                    interruptions.merge(what, 1, Integer::sum);
                }
                between.disarm();
            }
            world.endLeases();
        }
    }

    /** The leases of a node that stands still are over, and another does everything. */
    private static void elsewhere(Task task, OwnServer other) {
        world.endLeases();
        try (var thread = Executors.newSingleThreadExecutor()) {
            CompletableFuture.runAsync(() -> task.work().accept(other), thread).join();
        }
    }

    private static void prove() {
        assertThat(first.bean(Proof.class).now().promises()).allSatisfy(promise -> assertThat(promise.holds()).as(promise.name()).isTrue());
    }
}
