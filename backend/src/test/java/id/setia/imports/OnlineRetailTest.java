package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.setia.access.Role;
import id.setia.insights.Rfm;
import id.setia.insights.RfmRuns;
import id.setia.insights.RfmScore;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.posting.Proof;
import id.setia.products.ProductCatalogue;
import id.setia.products.ProductCorrection;
import id.setia.testing.Browser;
import id.setia.tiers.Ladder;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.Standings;
import id.setia.tiers.TierLadder;
import id.setia.tiers.TierRuns;
import io.micronaut.json.tree.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three months of a UK gift retailer through the import: test mode, a fresh database without demo data, pounds, London
 * time, a point for each pound, the clock at 1 March 2011, tiers at the data's own 70th and 95th percentile. (Online
 * Retail, D. Chen 2015, UCI Machine Learning Repository, CC BY 4.0.)
 */
class OnlineRetailTest {

    private static final Instant MARCH = Instant.parse("2011-03-01T00:00:00Z");

    /** What an import writes although nothing changes: its own job, what tells of it, and who sent it. */
    private static final Set<String> OF_THE_JOB = Set.of(
            "job", "job_file", "job_refusal", "outbox", "audit_event", "audit_head", "session", "attempt");

    @Test
    void three_months_of_a_retailer_are_accounted_for_to_the_line_and_the_point() throws Exception {
        Optional<Path> file = data();
        assumeTrue(
                file.isPresent(),
                "SKIPPED: ../shared/data/online-retail is not beside the project; the import of real data was not tried");
        RetailModel model = new RetailModel(file.get(), earningNothing());
        try (OwnServer server = OwnServer.startFounding(
                "online_retail", startSettings(model.percentile(70), model.percentile(95)))) {
            Partner owner = openShop(server);
            Browser staff = server.staff(Role.MARKETER);

            long started = System.nanoTime();
            JsonNode job = importFile(server, staff, file.get());
            Duration first = Duration.ofNanos(System.nanoTime() - started);

            every_line_is_accounted_for(job, model);
            every_refusal_is_in_the_report(staff, job, model);
            Map<String, Long> tiers = every_customer_has_the_points_and_the_tier_of_the_data(server, owner, model);
            every_customer_stands_in_the_cell_of_the_data(server, owner, staff, model);
            proof_is_clean(server);
            assertThat(server.number("SELECT SUM(refunded) FROM purchase")).isEqualTo(model.takenBackPence);
            assertThat(server.count("purchase_line WHERE category = 'Bags'")).isPositive();
            assertThat(server.count("purchase_line WHERE NOT earns AND points <> 0")).isZero();
            double_points_on_sundays_would_have_cost_what_the_file_says(server, owner, staff, model);
            Map<String, String> before = server.contents(OF_THE_JOB);

            started = System.nanoTime();
            JsonNode again = importFile(server, staff, file.get());
            Duration second = Duration.ofNanos(System.nanoTime() - started);

            nothing_changed(again, job, model);
            assertThat(server.contents(OF_THE_JOB)).isEqualTo(before);
            every_monthly_run_agrees_with_plain_sql(server);
            print(server, job, model, tiers, first, second);
        }
    }

    /** Runs each month anew, the earliest first, and reckons every tier and every move from the lines of the receipts. */
    private static void every_monthly_run_agrees_with_plain_sql(OwnServer server) {
        Ladder ladder = server.bean(TierLadder.class).current();
        long gold = ladder.find("gold").orElseThrow().threshold() * 6;
        long priority = ladder.find("priority").orElseThrow().threshold() * 6;
        YearMonth march = YearMonth.of(2011, 3);
        for (YearMonth month = march.minusMonths(2); !month.isAfter(march); month = month.plusMonths(1)) {
            server.bean(TierRuns.class).run(month);
            assertThat(server.number("SELECT COUNT(*) FROM (" + tierBySql(month, gold, priority) + """
                    ) reckoned
                    WHERE reckoned.tier <> COALESCE((
                      SELECT s.tier_code
                      FROM standing s
                      WHERE s.member_id = reckoned.member_id AND s.effective_from <= '%s-01 00:00:00'
                      ORDER BY s.cause <> 'joined' DESC, s.effective_from DESC, s.recorded_at DESC, s.id DESC
                      LIMIT 1), 'red')""".formatted(month)))
                    .as("tiers that differ in %s", month)
                    .isZero();
        }
        YearMonth february = march.minusMonths(1);
        assertThat(server.number("SELECT COUNT(*) FROM tier_move WHERE month = '" + february + "'"))
                .isPositive()
                .isEqualTo(server.number("SELECT COUNT(*) FROM (" + tierBySql(february, gold, priority) + ") later JOIN ("
                        + tierBySql(february.minusMonths(1), gold, priority)
                        + ") earlier ON earlier.member_id = later.member_id WHERE earlier.tier <> later.tier"));
        assertThat(server.number("SELECT evaluated FROM (SELECT SUM(evaluated) AS evaluated FROM tier_run_part WHERE month = '"
                        + march + "') run"))
                .isEqualTo(server.count("points_account"));
    }

    private static String tierBySql(YearMonth run, long gold, long priority) {
        return """
                SELECT spend.member_id,
                  CASE WHEN spend.pence >= %4$d THEN 'priority' WHEN spend.pence >= %3$d THEN 'gold' ELSE 'red' END AS tier
                FROM (
                  SELECT p.member_id,
                    SUM(CASE
                      WHEN p.program_date < '%1$s-01' OR p.program_date >= '%2$s-01' OR l.amount <= 0 THEN 0
                      ELSE ROUND(l.base * (l.amount - l.refunded_amount) / l.amount) END) AS pence
                  FROM purchase p
                  JOIN purchase_line l ON l.purchase_id = p.id
                  WHERE p.member_id IS NOT NULL
                  GROUP BY p.member_id) spend""".formatted(run.minusMonths(6), run, gold, priority);
    }

    private static Optional<Path> data() throws IOException {
        for (String root : List.of("..", "../..")) {
            Path folder = Path.of(root, "shared", "data", "online-retail");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(path -> path.toString().endsWith(".gz")).findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private record Listed(String sku, String category, boolean earns) {}

    /** The list of SKUs that the test states: what they are, and whether they earn. */
    private static List<Listed> skuList() throws IOException {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                OnlineRetailTest.class.getResourceAsStream("/online-retail-products.csv"), StandardCharsets.UTF_8))) {
            return list.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Listed(cells[0], cells[1], Boolean.parseBoolean(cells[2])))
                    .toList();
        }
    }

    private static Set<String> earningNothing() throws IOException {
        Set<String> skus = new HashSet<>();
        skuList().stream().filter(listed -> !listed.earns()).forEach(listed -> skus.add(listed.sku()));
        return skus;
    }

    private static Map<String, Object> startSettings(long gold, long priority) {
        return Map.of(
                "setia.program.name", "Gift Club",
                "setia.program.currency", "GBP",
                "setia.program.time-zone", "Europe/London",
                "setia.program.points-per", "1",
                "setia.program.point-worth", "0.01",
                "setia.program.gold-from", pounds(gold),
                "setia.program.priority-from", pounds(priority),
                "setia.program.join-bonus", 0);
    }

    private static Partner openShop(OwnServer server) throws IOException {
        server.bean(BusinessClock.class).startAt(MARCH);
        PartnerDirectory partners = server.bean(PartnerDirectory.class);
        Partner owner = partners.owner();
        partners.createStore(
                OwnServer.NOBODY, owner.id(), "online", "Gift shop", ZoneId.of("Europe/London"), "England");
        server.bean(ProductCatalogue.class)
                .correctAll(skuList().stream()
                        .map(listed -> new ProductCorrection(
                                owner.id(),
                                listed.sku(),
                                Optional.empty(),
                                Optional.of(listed.category()),
                                Optional.empty(),
                                Optional.of(listed.earns())))
                        .toList());
        return owner;
    }

    private static JsonNode importFile(OwnServer server, Browser staff, Path file) throws IOException {
        Browser.Answer queued = staff.upload(
                "/api/v1/imports", file.getFileName().toString(), Files.readAllBytes(file), Map.of("kind", "purchases"));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        JsonNode job = staff.get("/api/v1/imports/" + queued.text("jobId")).json();
        assertThat(job.get("state").getStringValue()).isEqualTo("done");
        return job;
    }

    private static void every_line_is_accounted_for(JsonNode job, RetailModel model) {
        assertThat(model.lines).hasSize(105_335);
        assertThat(number(job, "progress", "total")).isEqualTo(105_335);
        assertThat(number(job, "progress", "done")).isEqualTo(105_335);
        assertThat(part(job, "posted")).isEqualTo(List.of(model.posted.rows, model.posted.pence));
        assertThat(part(job, "unattached")).isEqualTo(List.of(model.unattached.rows, model.unattached.pence));
        assertThat(part(job, "refunded")).isEqualTo(List.of(model.refunded.rows, model.refunded.pence));
        assertThat(part(job, "refused")).isEqualTo(List.of(model.refusedRows(), model.refusedPence()));
        assertThat(part(job, "before")).isEqualTo(List.of(0L, 0L));
        assertThat(model.posted.rows + model.unattached.rows + model.refunded.rows + model.refusedRows())
                .isEqualTo(105_335);
        assertThat(model.posted.pence + model.unattached.pence + model.refunded.pence + model.refusedPence())
                .isEqualTo(model.lines.stream().mapToLong(RetailModel.Line::pence).sum());
        assertThat(number(job, "counts", "purchases")).isEqualTo(model.purchases);
        assertThat(number(job, "counts", "unattached")).isEqualTo(model.anonymous);
        assertThat(number(job, "counts", "refunds")).isEqualTo(model.refunds);
        assertThat(number(job, "counts", "replayed")).isZero();
        assertThat(number(job, "counts", "refused")).isEqualTo(model.reportedRows());
        assertThat(number(job, "counts", "membersEnrolled")).isEqualTo(model.points.size());
        assertThat(number(job, "counts", "points"))
                .isEqualTo(model.points.values().stream().mapToLong(Long::longValue).sum());
        assertThat(model.linesWithSeveralOriginals).isPositive();
    }

    private static void every_refusal_is_in_the_report(Browser staff, JsonNode job, RetailModel model) {
        String report = staff.get("/api/v1/imports/" + job.get("jobId").getStringValue() + "/report").body();
        Map<String, List<Long>> sums = new TreeMap<>();
        report.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            sums.merge(
                    cells[1],
                    List.of(1L, new BigDecimal(cells[3]).movePointRight(2).longValueExact()),
                    (sum, more) -> List.of(sum.get(0) + more.get(0), sum.get(1) + more.get(1)));
        });
        Map<String, List<Long>> expected = new TreeMap<>();
        model.refused.forEach((code, sum) -> expected.put(code, List.of(sum.rows, sum.pence)));
        assertThat(sums).isEqualTo(expected);
    }

    private static Map<String, Long> every_customer_has_the_points_and_the_tier_of_the_data(
            OwnServer server, Partner owner, RetailModel model) {
        Map<String, Long> points = new TreeMap<>();
        Map<UUID, String> customers = new HashMap<>();
        PointsLedger ledger = server.bean(PointsLedger.class);
        Map<MemberReference, FoundMember> members = server.bean(MemberRegistry.class)
                .find(model.points.keySet().stream()
                        .map(number -> MemberReference.external(owner.code(), number))
                        .toList());
        members.forEach((reference, member) -> {
            Balance balance = ledger.balance(member.id());
            points.put(reference.value(), balance.available() + balance.debt());
            customers.put(member.id(), reference.value());
        });
        assertThat(points).isEqualTo(model.points);

        Ladder ladder = server.bean(TierLadder.class).current();
        long gold = ladder.find("gold").orElseThrow().threshold();
        long priority = ladder.find("priority").orElseThrow().threshold();
        Map<String, Long> tiers = new TreeMap<>();
        Map<UUID, StandingHistory> histories = server.bean(Standings.class).histories(customers.keySet());
        histories.forEach((member, history) -> {
            String tier = history.tierAt(MARCH).code();
            long spend = model.spend.get(customers.get(member));
            assertThat(tier)
                    .as(customers.get(member))
                    .isEqualTo(spend >= priority * 6 ? "priority" : spend >= gold * 6 ? "gold" : "red");
            tiers.merge(tier, 1L, Long::sum);
        });
        assertThat(tiers)
                .containsEntry("red", model.customersFrom(Long.MIN_VALUE / 6, gold))
                .containsEntry("gold", model.customersFrom(gold, priority))
                .containsEntry("priority", model.customersFrom(priority, Long.MAX_VALUE));
        assertThat(tiers.get("gold")).isBetween(model.spend.size() * 20L / 100, model.spend.size() * 30L / 100);
        assertThat(tiers.get("priority")).isBetween(model.spend.size() * 4L / 100, model.spend.size() * 6L / 100);
        return tiers;
    }

    private static void every_customer_stands_in_the_cell_of_the_data(
            OwnServer server, Partner owner, Browser staff, RetailModel model) {
        server.bean(RfmRuns.class).queueNightly();
        server.bean(RfmRuns.class).queueNightly();
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());

        Map<String, RetailModel.Place> places = new TreeMap<>();
        Map<String, RetailModel.Habit> habits = new TreeMap<>();
        Map<MemberReference, FoundMember> members = server.bean(MemberRegistry.class)
                .find(model.points.keySet().stream()
                        .map(number -> MemberReference.external(owner.code(), number))
                        .toList());
        Map<UUID, RfmScore> scores = server.bean(Rfm.class)
                .of(members.values().stream().map(FoundMember::id).toList());
        members.forEach((reference, member) -> Optional.ofNullable(scores.get(member.id())).ifPresent(score -> {
            places.put(
                    reference.value(), new RetailModel.Place(score.recency(), score.frequency(), score.monetary()));
            habits.put(
                    reference.value(),
                    new RetailModel.Habit(
                            score.asOf().minusDays(score.recencyDays()), score.purchases(), score.spend()));
        }));

        assertThat(habits).isEqualTo(model.habits);
        assertThat(places).isEqualTo(model.places());
        assertThat(server.count("rfm_run")).isEqualTo(1);
        JsonNode answer = staff.get("/api/v1/insights/rfm").json();
        assertThat(answer.get("asOf").getStringValue()).isEqualTo("2011-02-28");
        assertThat(answer.get("members").getLongValue()).isEqualTo(model.habits.size());
        Map<RetailModel.Place, Long> cells = new HashMap<>();
        answer.get("cells").values().forEach(cell -> cells.put(
                new RetailModel.Place(
                        cell.get("recency").getIntValue(),
                        cell.get("frequency").getIntValue(),
                        cell.get("monetary").getIntValue()),
                cell.get("members").getLongValue()));
        assertThat(cells)
                .isEqualTo(model.places().values().stream()
                        .collect(Collectors.groupingBy(place -> place, Collectors.counting())));
    }

    private static void proof_is_clean(OwnServer server) {
        assertThat(server.bean(Proof.class).now().promises()).isNotEmpty().allMatch(promise -> promise.holds());
    }

    /** A back-test, against a loop of this test's own over the file's receipts with none of the product's code. */
    private static void double_points_on_sundays_would_have_cost_what_the_file_says(
            OwnServer server, Partner owner, Browser staff, RetailModel model) throws SQLException {
        Map<String, Long> more = new TreeMap<>();
        Map<String, Long> given = new TreeMap<>();
        Set<String> winners = new HashSet<>();
        long touched = 0;
        for (RetailModel.Bill bill : model.bills) {
            LocalDateTime time = LocalDateTime.parse(bill.time().replace(' ', 'T'));
            long points = bill.base() / 100;
            String month = YearMonth.from(time).toString();
            given.merge(month, points, Long::sum);
            if (time.getDayOfWeek() == DayOfWeek.SUNDAY && points > 0) {
                more.merge(month, points, Long::sum);
                winners.add(bill.customer());
                touched++;
            }
        }
        Set<String> ofTheJob = new HashSet<>(OF_THE_JOB);
        ofTheJob.add("idempotency_key");
        Map<String, String> untouched = server.contents(ofTheJob);

        long started = System.nanoTime();
        Browser.Answer queued = staff.with("Idempotency-Key", "double-on-sundays").post("/api/v1/rules/back-tests", """
                {"terms":{"kind":"multiplier","name":{"id":"Minggu ganda","en":"Double Sundays"},"factor":"2",
                 "conditions":{"weekdays":["sunday"]},"expiryMonths":12,"funderId":"%s"},
                 "from":"2010-12-01","until":"2011-02-28","expectedUsePercent":75}"""
                .formatted(PublicId.PARTNER.format(owner.id())));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        JsonNode done = staff.get("/api/v1/rules/back-tests/" + queued.text("jobId")).json();
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(done.get("state").getStringValue()).isEqualTo("done");
        JsonNode result = done.get("result");
        long difference = more.values().stream().mapToLong(Long::longValue).sum();
        assertThat(number(result, "figures", "difference")).isEqualTo(difference).isPositive();
        assertThat(number(result, "figures", "purchases")).isEqualTo(model.purchases);
        assertThat(number(result, "figures", "purchasesTouched")).isEqualTo(touched);
        assertThat(number(result, "figures", "pointsGiven"))
                .isEqualTo(given.values().stream().mapToLong(Long::longValue).sum());
        assertThat(result.get("members").getLongValue()).isEqualTo(model.points.size());
        assertThat(result.get("membersTouched").getLongValue()).isEqualTo(winners.size());
        assertThat(result.get("cost").get("amount").getStringValue()).isEqualTo(pounds(difference));
        Map<String, Long> byMonth = new TreeMap<>();
        Map<String, Long> givenByMonth = new TreeMap<>();
        result.get("months").values().forEach(month -> {
            byMonth.merge(month.get("month").getStringValue(), number(month, "figures", "difference"), Long::sum);
            givenByMonth.merge(month.get("month").getStringValue(), number(month, "figures", "pointsGiven"), Long::sum);
        });
        assertThat(byMonth).isEqualTo(more);
        assertThat(givenByMonth).isEqualTo(given);
        long won = 0;
        for (JsonNode tier : result.get("tiers").values()) {
            won += tier.get("winners").getLongValue();
            assertThat(tier.get("losers").getLongValue()).isZero();
        }
        assertThat(won).isEqualTo(winners.size());
        assertThat(server.contents(ofTheJob)).as("it only reads").isEqualTo(untouched);
        System.out.printf(
                "Online retail: double points on Sundays would have given %d points more to %d of %d members on %d of %d"
                        + " purchases, worth £%s; back-test %.1f s%n",
                difference, winners.size(), model.points.size(), touched, model.purchases, pounds(difference),
                took.toMillis() / 1000.0);
    }

    private static void nothing_changed(JsonNode again, JsonNode first, RetailModel model) {
        assertThat(number(again, "counts", "purchases")).isZero();
        assertThat(number(again, "counts", "unattached")).isZero();
        assertThat(number(again, "counts", "refunds")).isZero();
        assertThat(number(again, "counts", "membersEnrolled")).isZero();
        assertThat(number(again, "counts", "points")).isZero();
        assertThat(number(again, "counts", "replayed"))
                .isEqualTo(model.purchases + model.anonymous + model.refunds);
        assertThat(number(again, "progress", "done")).isEqualTo(number(first, "progress", "done"));
    }

    private static void print(
            OwnServer server,
            JsonNode job,
            RetailModel model,
            Map<String, Long> tiers,
            Duration first,
            Duration second) {
        System.out.printf(
                "Online retail: %d lines = %d posted (£%s) + %d unattached (£%s) + %d refunded (£%s) + %d refused (£%s)%n",
                model.lines.size(),
                model.posted.rows,
                pounds(model.posted.pence),
                model.unattached.rows,
                pounds(model.unattached.pence),
                model.refunded.rows,
                pounds(model.refunded.pence),
                model.refusedRows(),
                pounds(model.refusedPence()));
        model.refused.forEach((code, sum) ->
                System.out.printf("Online retail: report %s: %d rows, £%s%n", code, sum.rows, pounds(sum.pence)));
        System.out.printf(
                "Online retail: %d purchases of %d members, %d of nobody, %d refunds (%d of their lines from several"
                        + " purchases; £%s off the books), %d points, %d lots (%d open), %d entries, tiers %s, first pass %.1f s, again %.1f s%n",
                number(job, "counts", "purchases"),
                number(job, "counts", "membersEnrolled"),
                number(job, "counts", "unattached"),
                number(job, "counts", "refunds"),
                model.linesWithSeveralOriginals,
                pounds(model.takenBackPence),
                number(job, "counts", "points"),
                server.count("points_lot"),
                server.count("points_lot WHERE open"),
                server.count("ledger_entry"),
                tiers,
                first.toMillis() / 1000.0,
                second.toMillis() / 1000.0);
    }

    private static String pounds(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }

    private static long number(JsonNode node, String first, String second) {
        return node.get(first).get(second).getLongValue();
    }

    /** Rows and pence of one part of the accounting. */
    private static List<Long> part(JsonNode job, String name) {
        JsonNode counts = job.get("counts");
        return List.of(
                number(counts, "rows", name),
                new BigDecimal(counts.get("amounts").get(name).get("amount").getStringValue())
                        .movePointRight(2)
                        .longValueExact());
    }
}
