package id.setia.imports;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static id.setia.testing.TestTills.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.jobs.JobStep;
import id.setia.jobs.Jobs;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of purchases and refunds, posted as if a till had sent each by itself. */
@SetiaTest
class ReceiptJobTest {

    private static final String JOBS = "/api/v1/jobs";

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestBrowsers browsers;

    @Inject
    ReceiptImport worker;

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    PointsLedger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    private Browser till;
    private UUID member;
    private Instant now;

    @BeforeEach
    void open_the_shop() {
        till = tills.till();
        member = shop.member();
        now = clock.now().minus(Duration.ofMinutes(10));
    }

    @Test
    void each_receipt_of_a_file_is_taken_or_refused_by_itself_and_the_errors_name_its_line() {
        String sold = number();
        String file = lines(
                purchase(receipt(sold, now, 50_000, who(member))),
                "",
                purchase(receipt(number(), now, 20_000, "")),
                "{not json",
                purchase(receipt(number(), now, 50_000, who(member))) + purchase(receipt(number(), now, 50_000, who(member))),
                purchase("{\"channel\":\"store\"}"),
                refundLine(refund(sold, now, "1")),
                purchase(receipt(sold, now, 51_000, who(member))),
                "{\"purchase\":{},\"refund\":{}}",
                purchase(receipt(sold, now, 50_000, who(member))));

        Browser.Answer done = post(file, "toko.ndjson", Map.of());

        assertThat(done.text("state")).isEqualTo("done");
        assertThat(counts(done)).isEqualTo(Map.of(
                "taken", 3L, "unattached", 1L, "waiting", 0L, "replayed", 1L, "refused", 5L, "pointsEarned", 50L, "pointsTakenBack", 50L));
        assertThat(figure(done, "progress", "done")).isEqualTo(10);
        assertThat(figure(done, "progress", "total")).isEqualTo(10);
        assertThat(available(member)).isZero();
        String errors = till.get(JOBS + "/" + done.text("jobId") + "/errors").body();
        assertThat(errors.lines().map(line -> line.replaceAll("^(\\d+,[a-z_]+),.*,([^,]*)$", "$1,$2")))
                .containsExactly(
                        "row,code,reason,receipt",
                        "4,malformed_request,",
                        "5,malformed_request,",
                        "6,validation_failed,",
                        "8,purchase_conflict," + sold,
                        "9,validation_failed,");
        assertThat(errors).contains("/lines: This is required.", "50000 is stored");
    }

    @Test
    void staff_see_who_sent_which_file_the_latest_first_and_nobody_else_does() {
        String first = post(lines(purchase(receipt(number(), now, 50_000, ""))), "first.ndjson", Map.of()).text("jobId");
        String second = post(lines(purchase(receipt(number(), now, 50_000, ""))), "second.ndjson", Map.of("dryRun", "true")).text("jobId");
        Browser auditor = browsers.staff(Role.AUDITOR);

        Browser.Answer page = auditor.get(JOBS + "?limit=1");
        JsonNode latest = page.json().get("items").get(0);
        Browser.Answer next = auditor.get(JOBS + "?limit=1&cursor=" + page.text("nextCursor"));

        assertThat(latest.get("jobId").getStringValue()).isEqualTo(second);
        assertThat(latest.get("dryRun").getBooleanValue()).isTrue();
        assertThat(latest.get("partnerId").getStringValue()).isEqualTo(PublicId.PARTNER.format(shop.store().partnerId()));
        assertThat(latest.get("apiClientId").getStringValue()).startsWith("cli_");
        assertThat(next.json().get("items").get(0).get("jobId").getStringValue()).isEqualTo(first);
        assertThat(till.get(JOBS).status()).isEqualTo(403);
    }

    @Test
    void a_table_has_a_row_for_each_line_of_a_receipt() {
        String sold = number();
        String day = TestTills.receipt("x", now, 1, "").replaceAll(".*\"businessDate\":\"([^\"]+)\".*(?s).*", "$1");
        String file = "kind,till,receiptNumber,businessDate,occurredAt,memberId,sku,name,quantity,amount,total,tender,ofBusinessDate,ofTill,ofReceiptNumber,position\n"
                + "purchase,1," + sold + "," + day + "," + now + "," + id(member) + ",A-1,Beras,2,30000,50000,cash,,,,\n"
                + "purchase,1," + sold + "," + day + ",,,A-2,\"Gula, 1 kg\",1,20000,,,,,,\n"
                + "purchase,1," + number() + "," + day + "," + now + ",,A-2,Gula,x,20000,20000,cash,,,,\n"
                + "refund,1," + number() + "," + day + "," + now + ",,,,1,,,," + day + ",1," + sold + ",2\n";

        Browser.Answer done = post(file, "toko.csv", Map.of());

        assertThat(done.text("format")).isEqualTo("csv");
        assertThat(counts(done))
                .containsEntry("taken", 2L)
                .containsEntry("refused", 1L)
                .containsEntry("pointsEarned", 50L)
                .containsEntry("pointsTakenBack", 20L);
        assertThat(available(member)).isEqualTo(30);
        assertThat(till.get(JOBS + "/" + done.text("jobId") + "/errors").body()).contains("4,validation_failed");
    }

    @Test
    void a_table_with_strange_or_missing_columns_is_refused_at_once() {
        assertThat(upload("till,receiptNumber\n1,2\n", "toko.csv", Map.of()).fieldCodes())
                .containsEntry("/file", "columns_missing");
        assertThat(upload("businessDate,occurredAt,points\n", "toko.csv", Map.of()).fieldCodes())
                .containsEntry("/file", "columns_unknown");
    }

    @Test
    void a_dry_run_says_what_would_be_refused_and_earned_and_stores_nothing() {
        String known = number();
        till.post("/api/v1/purchases", receipt(known, now, 10_000, ""));
        String file = lines(
                purchase(receipt(number(), now, 50_000, who(member))),
                purchase(receipt(known, now, 10_000, "")),
                purchase(receipt(known, now, 11_000, "")),
                purchase("{}"),
                purchase(receipt(number(), now.minus(Duration.ofDays(31)), 70_000, who(member))));

        Browser.Answer tried = post(file, "toko.ndjson", Map.of("dryRun", "true"));

        assertThat(tried.json().get("dryRun").getBooleanValue()).isTrue();
        assertThat(counts(tried)).isEqualTo(Map.of(
                "taken", 2L, "unattached", 1L, "waiting", 0L, "replayed", 1L, "refused", 2L, "pointsEarned", 50L, "pointsTakenBack", 0L));
        assertThat(ledger.balance(member)).isEqualTo(Balance.NOTHING);
        assertThat(counts(post(file, "toko.ndjson", Map.of())))
                .as("the same in earnest")
                .isEqualTo(counts(tried));
        assertThat(available(member)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"2,false", "2,true", "3,false", "4,true"})
    void a_job_cut_short_comes_to_the_same(int chunk, boolean inside) {
        List<UUID> members = Stream.generate(shop::member).limit(10).toList();
        List<String> receipts = new ArrayList<>();
        for (int index = 0; index < 130; index++) {
            receipts.add(index % 40 == 7
                    ? purchase("{}")
                    : purchase(receipt(number(), now, 10_000, who(members.get(index % 10)))));
        }
        Browser.Answer queued = upload(String.join("\n", receipts), "toko.ndjson", Map.of());
        RunningJob first = claim(queued);

        assertThatThrownBy(() -> worker.work(new Interrupted(jobs, first, chunk, inside))).isInstanceOf(PowerCut.class);
        assertThat(till.get(JOBS + "/" + queued.text("jobId")).text("state")).isEqualTo("running");
        runner.runDue(systemClock.now().plus(Duration.ofMinutes(1)));

        Browser.Answer done = till.get(JOBS + "/" + queued.text("jobId"));
        assertThat(done.text("state")).isEqualTo("done");
        assertThat(counts(done)).isEqualTo(Map.of(
                "taken", 126L, "unattached", 0L, "waiting", 0L, "replayed", 0L, "refused", 4L, "pointsEarned", 1260L, "pointsTakenBack", 0L));
        assertThat(members.stream().mapToLong(this::available).sum()).isEqualTo(1260);
        assertThat(till.get(JOBS + "/" + queued.text("jobId") + "/errors").body().lines()).hasSize(5);
    }

    @Test
    void a_request_that_is_sent_again_makes_no_second_job() {
        String file = lines(purchase(receipt(number(), now, 10_000, "")));
        assertThat(till.with("Idempotency-Key", "").upload(JOBS, "a.ndjson", bytes(file), Map.of()).text("code"))
                .isEqualTo("idempotency_key_missing");
        till.with("Idempotency-Key", number());

        Browser.Answer first = till.upload(JOBS, "a.ndjson", bytes(file), Map.of());

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(till.upload(JOBS, "a.ndjson", bytes(file), Map.of()).text("jobId")).isEqualTo(first.text("jobId"));
        assertThat(till.upload(JOBS, "a.ndjson", bytes(file), Map.of("dryRun", "true")).text("code"))
                .isEqualTo("idempotency_key_reused");
        Browser elsewhere = tills.tillOfAnotherPartner();
        assertThat(elsewhere.get(JOBS + "/" + first.text("jobId")).text("code")).isEqualTo("job_not_found");
        assertThat(elsewhere.get(JOBS + "/" + first.text("jobId") + "/errors").text("code")).isEqualTo("job_not_found");
    }

    @Test
    void the_same_receipts_give_the_same_ledger_through_each_of_the_three_doors() {
        List<UUID> buyers = List.of(shop.member(), shop.member(), shop.member());
        List<List<String>> receipts = buyers.stream().map(this::receiptsOf).toList();

        receipts.get(0).forEach(body -> {
            Browser.Answer answer = till.post("/api/v1/purchases", body);
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409);
        });
        Browser.Answer batch =
                till.post("/api/v1/purchases/batch", "{\"purchases\":[" + String.join(",", receipts.get(1)) + "]}");
        Browser.Answer file = post(
                receipts.get(2).stream().map(ReceiptJobTest::purchase).collect(Collectors.joining("\n")),
                "toko.ndjson",
                Map.of());

        assertThat(figure(batch, "posted")).isEqualTo(6);
        assertThat(figure(batch, "replayed")).isEqualTo(1);
        assertThat(figure(batch, "refused")).isEqualTo(1);
        assertThat(counts(file))
                .containsEntry("taken", 6L)
                .containsEntry("replayed", 1L)
                .containsEntry("refused", 1L)
                .containsEntry("unattached", 3L);
        List<List<String>> ledgers = buyers.stream().map(this::entries).toList();
        assertThat(ledgers.get(0)).isNotEmpty();
        assertThat(ledgers.get(1)).isEqualTo(ledgers.get(0));
        assertThat(ledgers.get(2)).isEqualTo(ledgers.get(0));
        assertThat(buyers).extracting(this::available).containsOnly(10L + 20 + 40);
    }

    /** In time, 29 days late, too late, ahead of its time, of nobody known, with a total that differs; one twice, one changed. */
    private List<String> receiptsOf(UUID buyer) {
        String twice = number();
        return List.of(
                receipt(twice, now, 10_000, who(buyer)),
                receipt(number(), now.minus(Duration.ofDays(29)), 20_000, who(buyer)),
                receipt(number(), now.minus(Duration.ofDays(31)), 30_000, who(buyer)),
                receipt(number(), now.plus(Duration.ofHours(26)), 30_000, who(buyer)),
                receipt(number(), now, 30_000, "{\"card\":\"604200000000\"}"),
                receipt(number(), now.minus(Duration.ofDays(3)), 40_000, who(buyer))
                        .replace("\"total\":{\"amount\":\"40000\"", "\"total\":{\"amount\":\"39999\""),
                receipt(twice, now, 10_000, who(buyer)),
                receipt(twice, now, 10_001, who(buyer)));
    }

    private List<String> entries(UUID buyer) {
        List<String> entries = new ArrayList<>();
        till.get("/api/v1/members/" + id(buyer) + "/entries").json().get("items").values().forEach(entry -> entries.add(
                entry.get("seq").getLongValue() + " " + entry.get("kind").getStringValue() + " "
                        + entry.get("account").getStringValue() + " " + entry.get("points").getLongValue() + " "
                        + entry.get("at").getStringValue()));
        return entries;
    }

    private RunningJob claim(Browser.Answer queued) {
        RunningJob claimed = jobs.claim(systemClock.now()).orElseThrow();
        while (!PublicId.JOB.format(claimed.job().id()).equals(queued.text("jobId"))) {
            runner.run(claimed);
            claimed = jobs.claim(systemClock.now()).orElseThrow();
        }
        return claimed;
    }

    private static final class PowerCut extends RuntimeException {}

    /** Loses power at a chunk: before it is noted, or while it is. */
    private static final class Interrupted extends RunningJob {

        private final int chunk;
        private final boolean inside;
        private int chunks;

        private Interrupted(Jobs jobs, RunningJob running, int chunk, boolean inside) {
            super(jobs, running.job());
            this.chunk = chunk;
            this.inside = inside;
        }

        @Override
        public void advance(Chunk work) {
            if (++chunks == chunk && !inside) {
                throw new PowerCut();
            }
            super.advance(() -> {
                JobStep step = work.work();
                if (chunks == chunk) {
                    throw new PowerCut();
                }
                return step;
            });
        }
    }

    private Browser.Answer post(String file, String name, Map<String, String> fields) {
        Browser.Answer queued = upload(file, name, fields);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        runner.runDue(systemClock.now());
        return till.get(JOBS + "/" + queued.text("jobId"));
    }

    private Browser.Answer upload(String file, String name, Map<String, String> fields) {
        try {
            return till.with("Idempotency-Key", number()).upload(JOBS, name, bytes(file), fields);
        } finally {
            till.with("Idempotency-Key", "");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String purchase(String body) {
        return "{\"purchase\":" + body.replaceAll("\\n\\s*", "") + "}";
    }

    private static String refundLine(String body) {
        return "{\"refund\":" + body.replaceAll("\\n\\s*", "") + "}";
    }

    private static String who(UUID member) {
        return "{\"memberId\":\"" + id(member) + "\"}";
    }

    private static String id(UUID member) {
        return PublicId.MEMBER.format(member);
    }

    private long available(UUID whose) {
        return ledger.balance(whose).available();
    }

    private static long figure(Browser.Answer answer, String... path) {
        JsonNode node = answer.json();
        for (String name : path) {
            node = node.get(name);
        }
        return node.getLongValue();
    }

    private static Map<String, Long> counts(Browser.Answer answer) {
        Map<String, Long> counts = new HashMap<>();
        answer.json().get("counts").entries().forEach(count -> counts.put(count.getKey(), count.getValue().getLongValue()));
        return counts;
    }
}
