package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Role;
import id.setia.jobs.Job;
import id.setia.jobs.JobLost;
import id.setia.jobs.JobRunner;
import id.setia.jobs.JobState;
import id.setia.jobs.JobStep;
import id.setia.jobs.Jobs;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.posting.Proof;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.testing.Browser;
import id.setia.testing.TestProgram;
import id.setia.tiers.Standings;
import id.setia.tiers.TierLadder;
import id.setia.tiers.TierRuns;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports on a database of their own: rupiah, Jakarta time, a point for each thousand. */
class HistoryImportTest {

    private static final String HEADER = "receipt_number,occurred_at,sku,name,quantity,unit_price,customer\n";

    private static OwnServer server;
    private static Partner owner;
    private static Store store;
    private static Browser marketer;
    private static int customers;

    private String customer;

    @BeforeAll
    static void found() throws SQLException {
        server = OwnServer.start("imports");
        owner = server.found(TestProgram.PROGRAM, 100_000);
        store = server.bean(PartnerDirectory.class)
                .createStore(OwnServer.NOBODY, owner.id(), "jkt", "Menteng", ZoneId.of("Asia/Jakarta"), "Jakarta");
        server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        marketer = server.staff(Role.MARKETER);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void somebody_new() {
        customer = "K-" + ++customers;
    }

    @Test
    void customers_become_unclaimed_members_with_the_points_of_their_own_time() {
        JsonNode job = imported(HEADER
                + row("A1", "2025-03-01 10:00", "tea", 2, 25_000)
                + row("A1", "2025-03-01 10:00", "rice", 1, 60_500)
                + row("A2", "2025-04-02 23:30", "tea", 1, 25_000));

        assertThat(count(job, "purchases")).isEqualTo(2);
        assertThat(count(job, "membersEnrolled")).isEqualTo(1);
        assertThat(count(job, "points")).isEqualTo(110 + 25);
        assertThat(member().state()).isEqualTo(MemberState.UNCLAIMED);
        assertThat(member().name()).isEqualTo("Customer " + customer);
        assertThat(purchases()).extracting(purchase -> purchase.head().occurredAt())
                .containsExactly(Instant.parse("2025-04-02T16:30:00Z"), Instant.parse("2025-03-01T03:00:00Z"));
        assertThat(balance().available()).as("what was earned in March and April 2025 lapsed a year later").isZero();
        assertThat(server.count("message")).isZero();
    }

    @Test
    void an_import_is_told_of_once() {
        long told = server.count("outbox WHERE type = 'import.finished'");

        imported(HEADER + row("B1", "2026-10-01 10:00", "tea", 2, 25_000) + row("C2000", "2026-10-02 10:00", "tea", -1, 25_000));

        assertThat(server.count("outbox WHERE type = 'import.finished'")).isEqualTo(told + 1);
        assertThat(server.count("outbox WHERE type IN ('purchase.posted', 'refund.posted')")).isZero();
    }

    @Test
    void a_refund_takes_from_the_newest_purchases_first_and_reports_its_rest() {
        JsonNode job = imported(HEADER
                + row("D1", "2026-10-01 10:00", "tea", 2, 10_000)
                + row("D2", "2026-10-02 10:00", "tea", 3, 10_000)
                + row("D2", "2026-10-02 10:00", "rice", 1, 60_000)
                + row("C1000", "2026-10-03 10:00", "tea", -4, 10_000)
                + row("D3", "2026-10-04 10:00", "tea", 9, 10_000)
                + row("C1001", "2026-10-03 11:00", "tea", -4, 10_000));

        assertThat(count(job, "refunds")).isEqualTo(2);
        assertThat(purchases()).extracting(purchase -> purchase.lines().getFirst().refundedQuantity().intValue())
                .containsExactly(0, 3, 2);
        assertThat(count(job, "points")).isEqualTo(90 + 60);
        assertThat(balance().available()).isEqualTo(150);
        assertThat(refusals(job)).isEqualTo(Map.of(7L, "original_partly_found"));
        assertThat(report(job)).contains("7,original_partly_found,").contains(",-30000,C1001,");
        assertThat(amount(job, "refused")).isEqualTo("-30000");
        assertThat(amount(job, "refunded")).isEqualTo("-50000");
        assertThat(clean()).isTrue();
    }

    @Test
    void standings_follow_from_all_that_was_imported_and_nobody_is_lowered() {
        server.bean(TierRuns.class).runDue();
        YearMonth before = YearMonth.now(ZoneId.of("Asia/Jakarta")).minusMonths(1);
        String regular = customer;
        String rows = row("L1", before + "-01 10:00", "tea", 12, 1_000_000);
        somebody_new();
        rows += row("L2", before + "-01 10:00", "tea", 12, 1_000_000) + row("C1100", before + "-02 10:00", "tea", -11, 1_000_000);

        imported(HEADER + rows);

        assertThat(tier()).as("took nearly all of it back").isEqualTo("red");
        String returning = customer;
        customer = regular;
        assertThat(tier()).isEqualTo("gold");
        imported(HEADER + row("C1101", before + "-02 10:00", "tea", -11, 1_000_000));
        assertThat(tier()).as("lowered by the next run only").isEqualTo("gold");
        customer = returning;
        imported(HEADER + row("L3", before + "-03 10:00", "tea", 15, 1_000_000));
        assertThat(tier()).isEqualTo("priority");
    }

    private String tier() {
        UUID member = member().id();
        return server.bean(Standings.class)
                .histories(List.of(member))
                .get(member)
                .tierAt(server.bean(BusinessClock.class).now())
                .code();
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        JsonNode job = imported(HEADER
                + row("C1002", "2026-10-03 10:00", "tea", -1, 10_000)
                + row("E1", "2026-10-01 10:00", "tea", 2, 10_000));

        assertThat(count(job, "refunds")).isEqualTo(1);
        assertThat(balance().available()).isEqualTo(10);
    }

    @Test
    void the_same_file_again_changes_nothing() throws SQLException {
        String file = HEADER
                + row("F1", "2026-10-01 10:00", "tea", 2, 10_000)
                + "F2,2026-10-01 10:00,tea,Tea,1,10000,\n"
                + row("F3", "2026-10-01 10:00", "tea", -1, 10_000)
                + row("C1003", "2026-10-03 10:00", "tea", -1, 10_000)
                + row("C1004", "2026-10-03 10:00", "tea", -7, 10_000);
        JsonNode first = imported(file);
        Map<String, String> before = server.contents(Set.of(
                "job", "job_file", "job_refusal", "outbox", "audit_event", "audit_head", "session", "attempt"));

        JsonNode second = imported(file);

        assertThat(server.contents(Set.of(
                        "job", "job_file", "job_refusal", "outbox", "audit_event", "audit_head", "session", "attempt")))
                .isEqualTo(before);
        assertThat(List.of(count(first, "purchases"), count(first, "unattached"), count(first, "refunds"), count(first, "refused")))
                .isEqualTo(List.of(1L, 1L, 2L, 2L));
        assertThat(List.of(count(second, "purchases"), count(second, "unattached"), count(second, "refunds"), count(second, "refused")))
                .isEqualTo(List.of(0L, 0L, 0L, 1L));
        assertThat(count(second, "replayed")).isEqualTo(4);
    }

    @Test
    void a_customer_named_later_gets_the_purchase_nobody_had() {
        imported(HEADER + "G1,2026-10-01 10:00,tea,Tea,5,10000,\n");

        JsonNode job = imported(HEADER + row("G1", "2026-10-01 10:00", "tea", 5, 10_000));

        assertThat(count(job, "replayed")).isEqualTo(1);
        assertThat(count(job, "points")).isEqualTo(50);
        assertThat(balance().available()).isEqualTo(50);
    }

    @Test
    void what_cannot_be_taken_is_reported_with_its_reason() {
        String titles = "receipt_number,occurred_at,sku,name,quantity,unit_price,customer,kind,store,channel,amount\n";
        String good = ",2026-10-01 10:00,tea,Tea,1,5000," + customer + ",,,,\n";
        imported(titles + "H0" + good + "C900,2026-10-02 10:00,tea,Tea,-1,5000," + customer + ",,,,\n");
        Map<Long, RowRefusal> expected = new TreeMap<>();
        StringBuilder file = new StringBuilder(titles);
        long[] number = {1};
        Map<String, RowRefusal> rows = new LinkedHashMap<>();
        rows.put("H1,2026-10-01 10:00,tea", RowRefusal.COLUMNS_DIFFER);
        rows.put(good.strip(), RowRefusal.RECEIPT_NUMBER_MISSING);
        rows.put("H2,2026-10-01 10:00,,,1,5000," + customer + ",,,,", RowRefusal.ITEM_MISSING);
        rows.put("H3,2026-10-01 10:00," + "x".repeat(65) + ",Tea,1,5000," + customer + ",,,,", RowRefusal.VALUE_TOO_LONG);
        rows.put("H4,1 Oct 2026,tea,Tea,1,5000," + customer + ",,,,", RowRefusal.TIME_MALFORMED);
        rows.put("H5,1889-10-01 10:00,tea,Tea,1,5000," + customer + ",,,,", RowRefusal.TIME_OUT_OF_RANGE);
        rows.put("H6,2199-10-01 10:00,tea,Tea,1,5000," + customer + ",,,,", RowRefusal.TIME_IN_FUTURE);
        rows.put("H7,2026-10-01 10:00,tea,Tea,1,5000," + customer + ",gift,,,", RowRefusal.KIND_UNKNOWN);
        rows.put("H8,2026-10-01 10:00,tea,Tea,1,5000," + customer + ",,,moon,", RowRefusal.CHANNEL_UNKNOWN);
        rows.put("H9,2026-10-01 10:00,tea,Tea,1,5000," + customer + ",,nowhere,,", RowRefusal.STORE_UNKNOWN);
        rows.put("H10,2026-10-01 10:00,tea,Tea,one,5000," + customer + ",,,,", RowRefusal.QUANTITY_MALFORMED);
        rows.put("H11,2026-10-01 10:00,tea,Tea,-1,5000," + customer + ",,,,", RowRefusal.QUANTITY_NOT_POSITIVE);
        rows.put("H12,2026-10-01 10:00,tea,Tea,1,Rp5000," + customer + ",,,,", RowRefusal.PRICE_MALFORMED);
        rows.put("H13,2026-10-01 10:00,tea,Tea,1,-5000," + customer + ",,,,", RowRefusal.PRICE_NEGATIVE);
        rows.put("H14,2026-10-01 10:00,tea,Tea,999999999,99999999," + customer + ",,,,", RowRefusal.AMOUNT_TOO_LARGE);
        rows.put("H15,2026-10-01 10:00,tea,Tea,1,0," + customer + ",,,,", RowRefusal.NOTHING_PAID);
        rows.put("H0,2026-10-01 10:00,tea,Tea,2,5000," + customer + ",,,,", RowRefusal.RECEIPT_CONFLICT);
        rows.put("C900,2026-10-02 10:00,tea,Tea,-2,5000," + customer + ",,,,", RowRefusal.REFUND_CONFLICT);
        rows.put("C901,2026-10-02 10:00,tea,Tea,-1,5000,,,,,", RowRefusal.CUSTOMER_MISSING);
        rows.put("C902,2026-10-02 10:00,never,Tea,-1,5000," + customer + ",,,,", RowRefusal.ORIGINAL_NOT_FOUND);
        rows.forEach((row, refusal) -> {
            file.append(row).append('\n');
            expected.put(++number[0], refusal);
        });
        file.append("H16").append(good).append("H16,2026-10-01 10:00,tea,Tea,1,5000,other,,,,\n");
        expected.put(number[0] + 2, RowRefusal.CUSTOMER_DIFFERS);
        file.append("\"H17,2026-10-01 10:00\n");
        expected.put(number[0] + 3, RowRefusal.QUOTE_UNCLOSED);

        JsonNode job = imported(file.toString());

        Map<Long, String> codes = new TreeMap<>();
        expected.forEach((row, refusal) -> codes.put(row, refusal.code()));
        assertThat(refusals(job)).isEqualTo(codes);
        assertThat(count(job, "refused")).isEqualTo(codes.size());
        EnumSet<RowRefusal> elsewhere = EnumSet.of(RowRefusal.RECEIPT_TOO_LONG, RowRefusal.ORIGINAL_PARTLY_FOUND);
        assertThat(EnumSet.copyOf(expected.values())).isEqualTo(EnumSet.complementOf(elsewhere));
        assertThat(job.get("message").get("en").getStringValue()).isEqualTo("23 rows done; 22 of them are in the report.");
    }

    @Test
    void a_refused_row_cannot_become_a_formula() {
        JsonNode job = imported(HEADER + "\"=cmd|' /C calc'!A0\",2026-10-01 10:00,tea,+evil,-1,5000," + customer + "\n");

        assertThat(report(job)).contains(",'=cmd|' /C calc'!A0,2026-10-01 10:00,tea,'+evil,-1,5000,");
    }

    @Test
    void an_import_cut_between_chunks_goes_on_without_doubling() {
        resumes(new Cut(3, false));
    }

    @Test
    void an_import_cut_after_posting_and_before_its_note_goes_on_without_doubling() {
        resumes(new Cut(3, true));
    }

    @Test
    void an_import_cut_among_its_refunds_goes_on_without_doubling() {
        resumes(new Cut(5, true));
    }

    private void resumes(Cut cut) {
        String file = longFile("I" + cut.chunk() + cut.inside());
        JsonNode queued = queue(file).json();
        UUID jobId = PublicId.JOB.parse(queued.get("jobId").getStringValue()).orElseThrow();
        Instant now = server.bean(SystemClock.class).now();
        RunningJob first = server.bean(Jobs.class).claim(now).orElseThrow();

        assertThatThrownBy(() -> server.bean(HistoryImport.class).work(new Interrupted(first, cut)))
                .isInstanceOf(PowerCut.class);
        Job left = server.bean(Jobs.class).find(jobId).orElseThrow();
        assertThat(left.state()).isEqualTo(JobState.RUNNING);
        assertThat(left.checkpoint()).isPositive();
        assertThat(server.bean(Jobs.class).claim(now)).as("its lease still holds").isEmpty();
        server.bean(JobRunner.class).runDue(now.plus(Duration.ofMinutes(1)));

        JsonNode job = marketer.get("/api/v1/imports/" + queued.get("jobId").getStringValue()).json();
        assertThat(job.get("state").getStringValue()).isEqualTo("done");
        assertThat(count(job, "purchases")).isEqualTo(120);
        assertThat(count(job, "refunds")).isEqualTo(40);
        assertThat(count(job, "replayed")).isZero();
        assertThat(count(job, "refused")).isEqualTo(1);
        assertThat(count(job, "points")).isEqualTo(80 * 10);
        assertThat(balance().available()).isEqualTo(80 * 10);
        assertThat(job.get("progress").get("done").getLongValue()).isEqualTo(161);
        assertThat(clean()).isTrue();
    }

    @Test
    void a_node_that_was_overtaken_writes_nothing_more() {
        queue(longFile("J"));
        Jobs jobs = server.bean(Jobs.class);
        Instant now = server.bean(SystemClock.class).now();
        RunningJob first = jobs.claim(now).orElseThrow();
        RunningJob second = jobs.claim(now.plus(Duration.ofMinutes(1))).orElseThrow();
        long purchases = server.count("purchase");

        assertThatThrownBy(() -> server.bean(HistoryImport.class).work(first)).isInstanceOf(JobLost.class);

        assertThat(second.job().epoch()).isEqualTo(first.job().epoch() + 1);
        assertThat(server.count("purchase")).isEqualTo(purchases);
        server.bean(JobRunner.class).run(second);
        assertThat(server.count("purchase")).isEqualTo(purchases + 120);
    }

    @Test
    void a_file_without_what_is_needed_is_refused_at_once() {
        Browser.Answer answer = queue("receipt_number,sku,quantity\nA,tea,1\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldCodes()).isEqualTo(Map.of("/file", "columns_missing"));
        assertThat(answer.body()).contains("occurred_at, unit_price/amount");

        assertThat(queue("").text("code")).isIn("file_unreadable", "validation_failed");
        assertThat(upload(marketer, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}, Map.of("kind", "purchases")).text("code"))
                .isEqualTo("file_unreadable");
        assertThat(upload(
                                marketer,
                                (HEADER + "\n1,2011-02-01 10:00,A,Caf\u00e9,1,1,17").getBytes(StandardCharsets.ISO_8859_1),
                                Map.of("kind", "purchases"))
                        .text("code"))
                .as("a file in another encoding")
                .isEqualTo("file_unreadable");
        assertThat(upload(marketer, HEADER.getBytes(StandardCharsets.UTF_8), Map.of("kind", "people")).fieldCodes())
                .isEqualTo(Map.of("/kind", "value_unknown"));
        assertThat(upload(
                                marketer,
                                HEADER.getBytes(StandardCharsets.UTF_8),
                                Map.of("kind", "purchases", "storeId", "sto_00000000000000000000000000"))
                        .text("code"))
                .isEqualTo("store_not_found");
    }

    @Test
    void only_staff_who_may_import_do() {
        byte[] file = HEADER.getBytes(StandardCharsets.UTF_8);
        assertThat(upload(server.stranger(), file, Map.of("kind", "purchases")).status()).isEqualTo(401);
        Browser analyst = server.staff(Role.ANALYST);
        assertThat(upload(analyst, file, Map.of("kind", "purchases")).status()).isEqualTo(403);
        assertThat(analyst.get("/api/v1/imports").status()).isEqualTo(200);
        Browser agent = server.staff(Role.SERVICE_AGENT);
        assertThat(agent.get("/api/v1/imports").status()).isEqualTo(403);
        JsonNode job = imported(HEADER);
        String path = "/api/v1/imports/" + job.get("jobId").getStringValue();
        assertThat(analyst.get(path).status()).isEqualTo(200);
        assertThat(analyst.get(path + "/report").status()).isEqualTo(403);
        assertThat(marketer.get(path + "/report").header("Content-Type")).startsWith("text/csv");
        assertThat(marketer.get("/api/v1/imports/job_00000000000000000000000000").status()).isEqualTo(404);
        assertThat(marketer.get("/api/v1/imports").json().get("items").get(0).get("jobId")).isEqualTo(job.get("jobId"));
    }

    @Test
    void files_and_reports_are_forgotten_and_what_became_of_them_is_not() {
        JsonNode job = imported(HEADER + row("K1", "2026-10-01 10:00", "tea", -2, 10_000));
        assertThat(refusals(job)).hasSize(1);

        server.bean(Jobs.class).forgetBefore(server.bean(SystemClock.class).now().plusSeconds(1));

        assertThat(refusals(job)).isEmpty();
        assertThat(server.count("job_file")).isZero();
        assertThat(count(marketer.get("/api/v1/imports/" + job.get("jobId").getStringValue()).json(), "refused"))
                .isEqualTo(1);
    }

    /** 120 purchases of ten points, 40 of them taken back, and one that never was. */
    private String longFile(String prefix) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int number = 0; number < 120; number++) {
            file.append(row(prefix + number, "2026-10-01 10:00", "sku" + number, 1, 10_000));
        }
        for (int number = 0; number < 40; number++) {
            file.append(row(
                    "C" + Math.abs(prefix.hashCode()) + number, "2026-10-02 10:00", "sku" + number, -1, 10_000));
        }
        return file.append(row("C" + Math.abs(prefix.hashCode()) + "x", "2026-10-02 10:00", "never", -1, 10_000)).toString();
    }

    /** Where the power goes: before a chunk, or in it after everything was written and before it is final. */
    private record Cut(int chunk, boolean inside) {}

    private static final class PowerCut extends RuntimeException {}

    private static final class Interrupted extends RunningJob {

        private final Cut cut;
        private int chunks;

        private Interrupted(RunningJob running, Cut cut) {
            super(server.bean(Jobs.class), running.job());
            this.cut = cut;
        }

        @Override
        public void advance(Chunk chunk) {
            if (++chunks == cut.chunk() && !cut.inside()) {
                throw new PowerCut();
            }
            super.advance(() -> {
                JobStep step = chunk.work();
                if (chunks == cut.chunk()) {
                    throw new PowerCut();
                }
                return step;
            });
        }
    }

    private String row(String receipt, String time, String sku, int quantity, int price) {
        return receipt + "," + time + "," + sku + ",Item " + sku + "," + quantity + "," + price + "," + customer + "\n";
    }

    private Browser.Answer queue(String file) {
        return upload(marketer, file.getBytes(StandardCharsets.UTF_8), Map.of("kind", "purchases"));
    }

    private static Browser.Answer upload(Browser browser, byte[] file, Map<String, String> fields) {
        return browser.upload("/api/v1/imports", "history.csv", file, fields);
    }

    private JsonNode imported(String file) {
        Browser.Answer queued = queue(file);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        JsonNode job = marketer.get("/api/v1/imports/" + queued.text("jobId")).json();
        assertThat(job.get("state").getStringValue()).isEqualTo("done");
        return job;
    }

    private static long count(JsonNode job, String name) {
        return job.get("counts").get(name).getLongValue();
    }

    private static String amount(JsonNode job, String name) {
        return job.get("counts").get("amounts").get(name).get("amount").getStringValue();
    }

    private static String report(JsonNode job) {
        return marketer.get("/api/v1/imports/" + job.get("jobId").getStringValue() + "/report").body();
    }

    private static Map<Long, String> refusals(JsonNode job) {
        Map<Long, String> codes = new TreeMap<>();
        report(job).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", 3);
            codes.put(Long.parseLong(cells[0]), cells[1]);
        });
        return codes;
    }

    private FoundMember member() {
        MemberReference reference = MemberReference.external(owner.code(), customer);
        return server.bean(MemberRegistry.class).find(List.of(reference)).get(reference);
    }

    private Balance balance() {
        return server.bean(PointsLedger.class).balance(member().id());
    }

    private List<Purchase> purchases() {
        return server.bean(Purchases.class).ofMember(List.of(member().id()), Optional.empty(), 100).items();
    }

    private static boolean clean() {
        return server.bean(Proof.class).now().holds();
    }
}
