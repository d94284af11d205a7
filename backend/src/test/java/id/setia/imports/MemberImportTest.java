package id.setia.imports;

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
import id.setia.members.ConsentPurpose;
import id.setia.members.FoundMember;
import id.setia.members.MemberProfile;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.members.UnclaimedMember;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.posting.Proof;
import id.setia.testing.Browser;
import id.setia.testing.TestProgram;
import id.setia.tiers.Standings;
import id.setia.tiers.TierLadder;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Members of another system on a database of their own: rupiah, Jakarta time, and a second partner who funds what they bring. */
class MemberImportTest {

    private static final Set<String> OF_THE_JOB = Set.of(
            "job", "job_file", "job_refusal", "outbox", "audit_event", "audit_head", "session", "attempt");
    private static final String HEADER = MemberFile.HEADER + ",consent_text\n";

    private static OwnServer server;
    private static Partner owner;
    private static Partner bank;
    private static Browser marketer;
    private static int people;

    @BeforeAll
    static void found() throws SQLException {
        server = OwnServer.start("arrivals");
        owner = server.found(TestProgram.PROGRAM, 100_000);
        bank = server.bean(PartnerDirectory.class).createPartner(OwnServer.NOBODY, "bank", "Bank Setia", false);
        server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        marketer = server.staff(Role.MARKETER);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String somebody() {
        return "A-" + ++people;
    }

    @Test
    void a_member_brings_cards_tier_points_and_consents() {
        String number = somebody();

        JsonNode job = imported(HEADER + number + ",kuno 77-81;9930,Budi Santoso,0812-3456-7890,Budi@Example.com,17/08/1990,2019-03-02,en,"
                + "Emas,2098-12-31,1500@2098-12-31;300@,terms=yes@2019-03-02;marketing_email=ya@2024-05-01;profiling=no@2024-05-01,"
                + "kertas,v3\n");

        FoundMember found = member(number);
        MemberProfile profile = server.bean(MemberRegistry.class).profile(found.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(MemberState.UNCLAIMED);
        assertThat(profile.name()).isEqualTo("Budi Santoso");
        assertThat(profile.phone()).contains("+6281234567890");
        assertThat(profile.email()).contains("budi@example.com");
        assertThat(profile.birthDate()).contains(LocalDate.of(1990, 8, 17));
        assertThat(profile.language()).isEqualTo("en");
        assertThat(profile.joinedAt()).isEqualTo(Instant.parse("2019-03-01T17:00:00Z"));
        assertThat(profile.cards()).extracting(MemberProfile.Card::number).containsExactlyInAnyOrder("KUNO7781", "9930");
        assertThat(profile.cards()).allMatch(card -> card.label().orElseThrow().equals("Old card"));
        assertThat(profile.consentsTo(ConsentPurpose.MARKETING_EMAIL)).isTrue();
        assertThat(profile.consents())
                .filteredOn(consent -> consent.purpose() == ConsentPurpose.PROFILING)
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.given()).isFalse();
                    assertThat(consent.channel()).isEqualTo("import");
                    assertThat(consent.textVersion()).isEqualTo("v3");
                    assertThat(consent.since()).isEqualTo(Instant.parse("2024-04-30T17:00:00Z"));
                });
        assertThat(server.count("consent WHERE origin = 'kertas' AND channel = 'import'")).isEqualTo(3);
        assertThat(balance(number).available()).isEqualTo(1_800);
        assertThat(balance(number).lots()).extracting(Balance.LotLeft::expiresAt)
                .containsExactly(
                        Optional.of(Instant.parse("2098-12-31T17:00:00Z")), Optional.empty());
        assertThat(tier(number)).isEqualTo("gold");
        JsonNode staffView = server.staff(Role.ANALYST).get("/api/v1/imports/" + job.get("jobId").getStringValue()).json();
        assertThat(staffView.get("members").get("points").get(0).get("points").getLongValue()).isEqualTo(1_800);
        assertThat(server.count("message")).isZero();
        assertThat(clean()).isTrue();
    }

    @Test
    void opening_points_are_funded_by_the_partner_named_and_count_as_opening() {
        String number = somebody();
        long before = opening();

        JsonNode job = imported(HEADER + row(number, "", "700@2098-01-31"), Map.of("funderId", PublicId.PARTNER.format(bank.id())));

        assertThat(opening() - before).isEqualTo(700);
        assertThat(job.get("members").get("points").get(0).get("name").getStringValue()).isEqualTo("Bank Setia");
        assertThat(server.count("points_lot WHERE funder_id = UNHEX('" + hex(bank.id()) + "') AND points = 700")).isEqualTo(1);
        assertThat(server.number("SELECT COUNT(*) FROM ledger_transaction WHERE kind = 'opening' AND posting_key LIKE '%" + number + "%'"))
                .as("the ledger does not tell the number")
                .isZero();
        JsonNode activity = server.staff(Role.SERVICE_AGENT)
                .get("/api/v1/members/" + PublicId.MEMBER.format(member(number).id()) + "/activity")
                .json();
        assertThat(activity.get("items").get(0).get("kind").getStringValue()).isEqualTo("opening");
        assertThat(clean()).isTrue();
    }

    @Test
    void the_same_file_again_changes_nothing_and_other_content_is_reported() throws SQLException {
        String number = somebody();
        String file = HEADER + row(number, "0813-1111-0001", "700@2098-01-31") + row(somebody(), "", "5@2020-01-31");
        imported(file);
        Map<String, String> before = server.contents(OF_THE_JOB);

        JsonNode again = imported("member_number;phone;opening\n" + number + ";081311110001;700@31/01/2098\n");
        JsonNode whole = imported(file);

        assertThat(List.of(count(again, "before"), count(whole, "before"))).isEqualTo(List.of(1L, 2L));
        assertThat(count(again, "pointsBefore")).isEqualTo(700);
        JsonNode changed = imported(HEADER + row(number, "0813-1111-0001", "900@2098-01-31"));
        assertThat(refusals(changed)).isEqualTo(Map.of(2L, List.of("content_differs")));
        assertThat(server.contents(OF_THE_JOB)).isEqualTo(before);
    }

    @Test
    void a_trial_reports_the_same_and_writes_nothing() throws SQLException {
        MemberFile file = MemberFile.of(21, 300);
        Map<String, String> before = server.contents(OF_THE_JOB);

        JsonNode trial = imported(file.text(), Map.of("dryRun", "true"));

        assertThat(server.contents(OF_THE_JOB)).isEqualTo(before);
        assertThat(trial.get("dryRun").getBooleanValue()).isTrue();
        assertThat(trial.get("message").get("en").getStringValue()).startsWith("The trial is done and nothing was changed");
        assertThat(server.count("outbox WHERE type = 'import.finished' AND payload LIKE '%" + trial.get("jobId").getStringValue() + "%'"))
                .isZero();
        JsonNode started = marketer.post("/api/v1/imports/" + trial.get("jobId").getStringValue() + "/start", "").json();
        JsonNode done = finished(started);
        assertThat(done.get("dryRun").getBooleanValue()).isFalse();
        assertThat(done.get("members")).isEqualTo(trial.get("members"));
        assertThat(refusals(done)).isEqualTo(refusals(trial));
        agrees(done, file);
        assertThat(server.count("outbox WHERE type = 'import.finished' AND payload LIKE '%" + done.get("jobId").getStringValue() + "%'"))
                .isEqualTo(1);
        assertThat(marketer.post("/api/v1/imports/" + done.get("jobId").getStringValue() + "/start", "").text("code"))
                .isEqualTo("trial_not_done");
    }

    @Test
    void what_several_rows_have_goes_to_none_of_them() {
        String one = somebody();
        String other = somebody();
        JsonNode job = imported("member_number,phone,email\n"
                + one + ",0813-2222-0001,a@example.com\n"
                + other + ",+62 813 2222 0001,A@Example.com\n");

        assertThat(refusals(job)).isEqualTo(Map.of(
                2L, List.of("email_shared", "phone_shared"), 3L, List.of("email_shared", "phone_shared")));
        assertThat(List.of(count(job, "imported"), count(job, "phonesShared"), count(job, "emailsShared"), count(job, "phones")))
                .isEqualTo(List.of(2L, 2L, 2L, 0L));
        assertThat(find(MemberReference.phone("081322220001"))).isEmpty();
    }

    @Test
    void what_a_member_has_stays_with_that_member() {
        String first = somebody();
        imported("member_number,phone,email,cards\n" + first + ",0813-3333-0001,b@example.com,K77\n");
        String second = somebody();
        String third = somebody();

        JsonNode job = imported("member_number,phone,email,cards\n"
                + second + ",0813-3333-0001,b@example.com,K78\n"
                + third + ",,,k-77\n"
                + somebody() + ";" + first + ",,,\n");

        assertThat(refusals(job)).isEqualTo(Map.of(
                2L, List.of("email_taken", "phone_taken"), 3L, List.of("card_taken"), 4L, List.of("number_taken")));
        assertThat(find(MemberReference.phone("081333330001"))).contains(member(first).id());
        assertThat(find(MemberReference.external(owner.code(), third))).isEmpty();
        assertThat(count(job, "imported") + count(job, "before") + count(job, "refused")).isEqualTo(3);
    }

    @Test
    void a_member_known_from_purchases_is_not_overwritten() {
        String number = somebody();
        server.bean(MemberRegistry.class).enrolUnclaimed(List.of(new UnclaimedMember(
                UUID.randomUUID(), MemberReference.external(owner.code(), number), "Pelanggan", "id", Instant.EPOCH)));

        assertThat(refusals(imported(HEADER + row(number, "", "5@")))).isEqualTo(Map.of(2L, List.of("number_taken")));
    }

    @Test
    void what_cannot_be_taken_is_reported_with_its_reason() {
        Map<String, MemberRefusal> rows = new LinkedHashMap<>();
        String good = somebody();
        rows.put("X1,2", MemberRefusal.COLUMNS_DIFFER);
        rows.put(",,,,,,,,,,,,,", MemberRefusal.MEMBER_NUMBER_MISSING);
        rows.put("x".repeat(101) + ",,,,,,,,,,,,,", MemberRefusal.VALUE_TOO_LONG);
        rows.put("X2,,Bu\u0001di,,,,,,,,,,,", MemberRefusal.NAME_UNPRINTABLE);
        rows.put("X3,,,12,,,,,,,,,,", MemberRefusal.PHONE_MALFORMED);
        rows.put("X4,,,,nowhere,,,,,,,,,", MemberRefusal.EMAIL_MALFORMED);
        rows.put("X5,,,,,30/02/1990,,,,,,,,", MemberRefusal.DATE_MALFORMED);
        rows.put("X6,,,,,1800-01-01,,,,,,,,", MemberRefusal.BIRTH_DATE_OUT_OF_RANGE);
        rows.put("X7,,,,,,2098-01-01,,,,,,,", MemberRefusal.JOIN_DATE_OUT_OF_RANGE);
        rows.put("X8,,,,,,,fr,,,,,,", MemberRefusal.LANGUAGE_UNKNOWN);
        rows.put("X9,,,,,,,,platinum,2098-01-01,,,,", MemberRefusal.TIER_UNKNOWN);
        rows.put("X10,,,,,,,,gold,,,,,", MemberRefusal.TIER_UNTIL_MISSING);
        rows.put("X11,,,,,,,,,,-5@,,,", MemberRefusal.OPENING_MALFORMED);
        rows.put("X12,,,,,,,,,,,marketing_email=perhaps@2024-01-01,,", MemberRefusal.CONSENT_MALFORMED);
        rows.put(good + ",C-" + good + ",,,,,,,,,10@,,,", null);
        rows.put(good + ",,,,,,,,,,20@,,,", MemberRefusal.NUMBER_REPEATED);
        rows.put("X13,c" + good.replace("-", "") + ",,,,,,,,,,,,", MemberRefusal.CARD_REPEATED);
        rows.put("\"X14,", MemberRefusal.QUOTE_UNCLOSED);
        StringBuilder file = new StringBuilder(HEADER);
        Map<Long, List<String>> expected = new HashMap<>();
        long[] number = {1};
        rows.forEach((row, refusal) -> {
            file.append(row).append('\n');
            number[0]++;
            if (refusal != null) {
                expected.put(number[0], List.of(refusal.code()));
            }
        });

        JsonNode job = imported(file.toString());

        assertThat(refusals(job)).isEqualTo(expected);
        assertThat(List.of(count(job, "imported"), count(job, "refused"), count(job, "pointsRefused")))
                .isEqualTo(List.of(1L, 17L, 20L));
        EnumSet<MemberRefusal> elsewhere = EnumSet.of(
                MemberRefusal.CONTENT_DIFFERS, MemberRefusal.NUMBER_TAKEN, MemberRefusal.CARD_TAKEN, MemberRefusal.OPENING_GIVEN);
        assertThat(rows.values().stream().filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(elsewhere));
    }

    @Test
    void an_opening_balance_is_given_once_even_if_the_number_was_forgotten() throws SQLException {
        String number = somebody();
        String file = HEADER + row(number, "", "40@");
        imported(file);
        server.execute("DELETE FROM member_identifier WHERE kind = 'external' AND value = '" + number + "'");

        assertThat(refusals(imported(file))).isEqualTo(Map.of(2L, List.of("opening_given")));
    }

    @Test
    void points_and_tiers_of_the_past_are_left_out_and_reported() {
        String number = somebody();

        JsonNode job = imported(HEADER + number + ",,,,,,,,priority,2020-06-30,30@2020-01-31;20@2020-02-29;4@,,,\n");

        assertThat(refusals(job)).isEqualTo(Map.of(2L, List.of("points_expired", "tier_ended")));
        assertThat(report(job)).contains("2,points_expired,").contains(",50," + number);
        assertThat(balance(number).available()).isEqualTo(4);
        assertThat(tier(number)).isEqualTo("red");
    }

    @Test
    void a_file_with_a_column_nobody_knows_is_refused_at_once() {
        Browser.Answer answer = queue("member_number,poin awal,name,Nama\nA,1,B,C\n", Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldCodes()).isEqualTo(Map.of("/file", "columns_unknown"));
        assertThat(answer.body()).contains("poin awal, Nama");
        assertThat(queue("name\nBudi\n", Map.of()).fieldCodes()).isEqualTo(Map.of("/file", "columns_missing"));
        assertThat(queue(HEADER, Map.of("funderId", "par_00000000000000000000000000")).fieldCodes())
                .isEqualTo(Map.of("/funderId", "partner_unknown"));
        assertThat(queue(HEADER, Map.of("dryRun", "maybe")).fieldCodes()).isEqualTo(Map.of("/dryRun", "value_unknown"));
    }

    @Test
    void the_template_is_a_file_that_can_be_imported() {
        Browser.Answer template = marketer.get("/api/v1/imports/templates/members");

        assertThat(template.header("Content-Type")).startsWith("text/csv");
        assertThat(count(imported(template.body(), Map.of("dryRun", "true")), "imported")).isEqualTo(2);
    }

    @Test
    void five_thousand_members_cut_between_chunks_come_out_as_if_never_cut() {
        resumes(MemberFile.of(31, 5_000), new Cut(2, false));
    }

    @Test
    void an_import_cut_in_a_chunk_comes_out_as_if_never_cut() {
        resumes(MemberFile.of(32, 2_400), new Cut(2, true));
    }

    @Test
    void an_import_cut_before_it_was_told_of_is_told_of_once() {
        resumes(MemberFile.of(33, 1_000), new Cut(2, true));
    }

    private void resumes(MemberFile file, Cut cut) {
        JsonNode queued = queue(file.text(), Map.of()).json();
        String jobId = queued.get("jobId").getStringValue();
        Instant now = server.bean(SystemClock.class).now();
        RunningJob first = server.bean(Jobs.class).claim(now).orElseThrow();
        assertThatThrownBy(() -> server.bean(MemberImport.class).work(new Interrupted(first, cut)))
                .isInstanceOf(PowerCut.class);
        assertThat(server.bean(Jobs.class).find(PublicId.JOB.parse(jobId).orElseThrow()).orElseThrow().checkpoint())
                .isEqualTo(1_000);

        server.bean(JobRunner.class).runDue(now.plus(Duration.ofMinutes(1)));

        JsonNode job = marketer.get("/api/v1/imports/" + jobId).json();
        assertThat(job.get("state").getStringValue()).isEqualTo("done");
        agrees(job, file);
        assertThat(server.count("outbox WHERE type = 'import.finished' AND payload LIKE '%" + jobId + "%'")).isEqualTo(1);
        assertThat(clean()).isTrue();
    }

    private static void agrees(JsonNode job, MemberFile file) {
        assertThat(count(job, "imported")).isEqualTo(file.imported);
        assertThat(count(job, "refused")).isEqualTo(file.refused);
        assertThat(count(job, "before")).isZero();
        assertThat(count(job, "cards")).isEqualTo(file.cards);
        assertThat(count(job, "phones")).isEqualTo(file.phones);
        assertThat(count(job, "phonesShared")).isEqualTo(file.phonesShared);
        assertThat(count(job, "emails")).isEqualTo(file.emails);
        assertThat(count(job, "tiers")).isEqualTo(file.tiers);
        assertThat(count(job, "consents")).isEqualTo(file.consents);
        assertThat(count(job, "lots")).isEqualTo(file.lots);
        assertThat(job.get("members").get("points").get(0).get("points").getLongValue()).isEqualTo(file.points);
        assertThat(count(job, "pointsExpired")).isEqualTo(file.pointsExpired);
        assertThat(job.get("progress").get("done").getLongValue()).isEqualTo(file.rows);
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

    private static String row(String number, String phone, String opening) {
        return number + ",,," + phone + ",,,,,,," + opening + ",,,\n";
    }

    private static Browser.Answer queue(String file, Map<String, String> options) {
        Map<String, String> fields = new HashMap<>(options);
        fields.put("kind", "members");
        return marketer.upload("/api/v1/imports", "members.csv", file.getBytes(StandardCharsets.UTF_8), fields);
    }

    private static JsonNode imported(String file) {
        return imported(file, Map.of());
    }

    private static JsonNode imported(String file, Map<String, String> options) {
        Browser.Answer queued = queue(file, options);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return finished(queued.json());
    }

    private static JsonNode finished(JsonNode queued) {
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        JsonNode job = marketer.get("/api/v1/imports/" + queued.get("jobId").getStringValue()).json();
        assertThat(job.get("state").getStringValue()).isEqualTo("done");
        return job;
    }

    private static long count(JsonNode job, String name) {
        return job.get("members").get(name).getLongValue();
    }

    private static String report(JsonNode job) {
        return marketer.get("/api/v1/imports/" + job.get("jobId").getStringValue() + "/report").body();
    }

    private static Map<Long, List<String>> refusals(JsonNode job) {
        Map<Long, List<String>> codes = new HashMap<>();
        report(job).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", 3);
            codes.computeIfAbsent(Long.parseLong(cells[0]), ignored -> new ArrayList<>()).add(cells[1]);
        });
        return codes;
    }

    private static Optional<UUID> find(MemberReference reference) {
        return Optional.ofNullable(
                        server.bean(MemberRegistry.class).find(List.of(reference)).get(reference))
                .map(FoundMember::id);
    }

    private static FoundMember member(String number) {
        MemberReference reference = MemberReference.external(owner.code(), number);
        return server.bean(MemberRegistry.class).find(List.of(reference)).get(reference);
    }

    private static Balance balance(String number) {
        return server.bean(PointsLedger.class).balance(member(number).id());
    }

    private static String tier(String number) {
        UUID member = member(number).id();
        return server.bean(Standings.class)
                .histories(List.of(member))
                .get(member)
                .tierAt(server.bean(BusinessClock.class).now())
                .code();
    }

    private static long opening() {
        return -server.number("SELECT COALESCE(SUM(points), 0) FROM ledger_entry WHERE account = 'opening' AND funder_id = UNHEX('"
                + hex(bank.id()) + "')");
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static boolean clean() {
        return server.bean(Proof.class).now().holds();
    }
}
