package id.setia.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class AudienceApiTest {

    @Inject
    TestShop shop;

    @Inject
    TestMembers testMembers;

    @Inject
    TestStaff testStaff;

    @Inject
    Audiences audiences;

    @Inject
    JobRunner jobs;

    @Inject
    SystemClock clock;

    private Browser marketer;

    @BeforeEach
    void signIn() {
        shop.open();
        marketer = testStaff.signedIn(Role.MARKETER);
    }

    @Test
    void an_audience_is_saved_read_counted_changed_and_deleted() {
        Browser.Answer created = marketer.post("/api/v1/audiences", """
                {"name": "Peminum kopi", "criteria": {"kind": "all", "criteria": [
                  {"kind": "tiers", "tiers": ["gold", "priority"]},
                  {"kind": "none", "criteria": [
                    {"kind": "purchases", "category": "Minuman > Kopi", "withinDays": 90,
                     "leastSpend": {"amount": "50000", "currency": "IDR"}}]},
                  {"kind": "rfm", "segments": ["at_risk", "cannot_lose"]}]}}""");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = "/api/v1/audiences/" + created.text("audienceId");

        assertThat(marketer.get(path).json().get("criteria").get("criteria").get(1).get("criteria").get(0)
                        .get("leastSpend").get("amount").getStringValue())
                .isEqualTo("50000");
        assertThat(marketer.get(path + "/count").json().get("members").getLongValue()).isNotNegative();
        Browser.Answer changed = marketer.put(path, "\"1\"", """
                {"name": "Semua", "criteria": {"kind": "language", "languages": ["id"]}}""");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Semua");
        Browser.Answer stale = marketer.put(path, "\"1\"", """
                {"name": "Semua", "criteria": {"kind": "language", "languages": ["id"]}}""");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("code")).isEqualTo("changed_meanwhile");

        marketer.with("If-Match", "\"2\"");
        assertThat(marketer.delete(path).status()).isEqualTo(204);
        marketer.with("If-Match", "");
        assertThat(marketer.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_list_that_another_audience_names_stays() {
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Undangan\"}").text("audienceId");
        Browser.Answer other = marketer.post("/api/v1/audiences", """
                {"name": "Tamu", "criteria": {"kind": "none", "criteria": [{"kind": "list", "audienceId": "%s"}]}}"""
                .formatted(list));
        assertThat(other.status()).as(other.body()).isEqualTo(201);

        Browser.Answer refused = marketer.with("If-Match", "\"1\"").delete("/api/v1/audiences/" + list);
        marketer.with("If-Match", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("audience_in_use");
        assertThat(marketer.get("/api/v1/audiences/" + list).json().get("usedBy").get(0).getStringValue())
                .isEqualTo("Tamu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Uji\\u0000", "Uji\\ud800", "Uji\\u202e"})
    void a_name_that_cannot_be_shown_is_refused(String name) {
        Browser.Answer refused = marketer.post("/api/v1/audiences", "{\"name\": \"" + name + "\"}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.fieldCodes().get("/name")).isIn("control_character", "text_unprintable");
    }

    @Test
    void a_row_of_two_people_a_very_long_one_and_one_that_does_not_end_are_refused_and_the_others_go_on() {
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Undangan\"}").text("audienceId");
        TestMembers.TestMember byEmail = testMembers.join();
        String id = PublicId.MEMBER.format(shop.member());

        String job = upload(list, "member_id,email\n" + id + "," + byEmail.email() + "\n,\"a, " + "é".repeat(70_000)
                + "\"\n," + byEmail.email() + "\n" + id + ",\"begun\n");

        Browser.Answer done = marketer.get("/api/v1/audiences/" + list + "/imports/" + job);
        assertThat(done.text("state")).as(done.body()).isEqualTo("done");
        assertThat(done.json().get("found").getLongValue()).isEqualTo(1);
        List<String> report = marketer.get("/api/v1/audiences/" + list + "/imports/" + job + "/report")
                .body()
                .lines()
                .toList();
        assertThat(report).hasSize(4);
        assertThat(report.get(1)).startsWith("2,members_differ,");
        assertThat(report.get(2)).startsWith("3,member_unknown,").endsWith("é…\"");
        assertThat(report.get(3)).startsWith("5,quote_unclosed,");
    }

    @Test
    void criteria_that_make_no_sense_are_refused_field_by_field() {
        Browser.Answer answer = marketer.post("/api/v1/audiences/count", """
                {"criteria": {"kind": "any", "criteria": [
                  {"kind": "tiers", "tiers": ["platinum"]},
                  {"kind": "balance", "fewest": 10, "most": 5},
                  {"kind": "rfm"},
                  {"kind": "rfm", "recency": [6]},
                  {"kind": "consent", "purpose": "everything", "given": true},
                  {"kind": "joined", "from": "2026-02-01", "until": "2026-01-01"},
                  {"kind": "purchases", "stores": ["nowhere"]},
                  {"kind": "list", "audienceId": "aud_x"},
                  {"kind": "all", "criteria": []}]}}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").values())
                .extracting(error -> error.get("pointer").getStringValue())
                .containsExactlyInAnyOrder(
                        "/criteria/criteria/0/tiers/0",
                        "/criteria/criteria/1/most",
                        "/criteria/criteria/2/segments",
                        "/criteria/criteria/3/recency/0",
                        "/criteria/criteria/4/purpose",
                        "/criteria/criteria/5/until",
                        "/criteria/criteria/6/stores/0",
                        "/criteria/criteria/7/audienceId",
                        "/criteria/criteria/8/criteria");
    }

    @Test
    void a_static_list_takes_the_members_of_a_file_by_id_card_or_address_and_reports_the_rest() {
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Undangan\"}").text("audienceId");
        TestMembers.TestMember byEmail = testMembers.join();
        UUID byId = shop.member();

        String job = upload(list, "member_id,email\n" + PublicId.MEMBER.format(byId) + ",\n," + byEmail.email()
                + "\n,nobody@example.com\n");

        Browser.Answer done = marketer.get("/api/v1/audiences/" + list + "/imports/" + job);
        assertThat(done.text("state")).isEqualTo("done");
        assertThat(done.json().get("found").getLongValue()).isEqualTo(2);
        assertThat(marketer.get("/api/v1/audiences/" + list + "/imports/" + job + "/report").body().lines())
                .anyMatch(line -> line.startsWith("4,member_unknown,"));
        UUID listId = PublicId.AUDIENCE.parse(list).orElseThrow();
        assertThat(audiences.of(Set.of(byId, byEmail.id(), shop.member()), Set.of(listId)).keySet())
                .containsExactlyInAnyOrder(byId, byEmail.id());

        upload(list, "member_id\n" + PublicId.MEMBER.format(byId) + "\n");
        assertThat(marketer.get("/api/v1/audiences/" + list).json().get("listed").getLongValue()).isEqualTo(1);
        assertThat(marketer.get("/api/v1/audiences/" + list + "/count").json().get("members").getLongValue()).isEqualTo(1);
    }

    @Test
    void a_file_that_names_nobody_is_refused() {
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Kosong\"}").text("audienceId");

        Browser.Answer answer = marketer.upload(
                "/api/v1/audiences/" + list + "/imports", "x.csv", "name\nBudi\n".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("validation_failed");
    }

    private String upload(String list, String csv) {
        Browser.Answer queued = marketer.upload(
                "/api/v1/audiences/" + list + "/imports", "u.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        jobs.runDue(clock.now());
        return queued.text("jobId");
    }
}
