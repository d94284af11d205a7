package id.setia.care;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.testing.Browser;
import id.setia.testing.Browser.Answer;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class MissingPointsTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    StaffAccounts staff;

    @Inject
    ApiClients clients;

    @Inject
    ClaimSweep sweep;

    @Inject
    CareCases cases;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    private Browser till;
    private Browser member;
    private Browser agent;
    private String number;

    @BeforeEach
    void open() {
        shop.open();
        till = till();
        member = signedIn("member", members.join().email());
        agent = agent(Role.SERVICE_AGENT);
        number = "C-" + NUMBERS.incrementAndGet();
    }

    @Test
    void a_receipt_that_is_nobodys_gives_its_points_at_once() {
        sell(number, "25000", today());

        Answer reported = report(number, "25000", today());

        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(reported.text("state")).isEqualTo("answered");
        assertThat(reported.text("outcome")).isEqualTo("granted");
        assertThat(reported.json().get("points").getLongValue()).isEqualTo(25);
        assertThat(available(member)).isEqualTo(25);
    }

    @Test
    void reporting_it_again_answers_the_same_and_gives_nothing_more() {
        sell(number, "25000", today());
        Answer first = report(number, "25000", today());

        Answer again = report(number.toLowerCase(), "25000", today());

        assertThat(again.text("caseId")).isEqualTo(first.text("caseId"));
        assertThat(available(member)).isEqualTo(25);
    }

    @Test
    void a_total_that_differs_opens_a_case_which_staff_answer_with_the_purchase() {
        String purchase = sell(number, "25000", today());
        Answer reported = report(number, "20000", today());
        assertThat(reported.text("state")).isEqualTo("open");
        String caseId = reported.text("caseId");

        Answer candidates = agent.get("/api/v1/cases/" + caseId + "/candidates");
        assertThat(candidates.json().get("items").get(0).get("purchaseId").getStringValue()).isEqualTo(purchase);
        assertThat(candidates.json().get("items").get(0).get("sameTotal").getBooleanValue()).isFalse();
        Answer answered = answer(caseId, "granted", purchase);

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(available(member)).isEqualTo(25);
        Answer seen = member.get("/api/v1/members/me/cases/" + caseId);
        assertThat(seen.text("outcome")).isEqualTo("granted");
        assertThat(seen.json().get("messages").get(1).get("text").get("en").getStringValue()).isEqualTo("We found it.");
    }

    @Test
    void a_declined_case_opens_again_when_the_member_says_more() {
        String caseId = report(number, "20000", today()).text("caseId");
        assertThat(answer(caseId, "declined", null).text("state")).isEqualTo("answered");

        Answer said = member.post("/api/v1/members/me/cases/" + caseId + "/messages", "{\"text\":\"Ini struknya.\"}");

        assertThat(said.status()).as(said.body()).isEqualTo(201);
        assertThat(said.text("state")).isEqualTo("open");
        assertThat(waiting(caseId)).isTrue();
    }

    @Test
    void two_agents_do_not_answer_over_each_other() {
        String caseId = report(number, "20000", today()).text("caseId");
        String seen = agent.get("/api/v1/cases/" + caseId).header("ETag");
        answer(caseId, "declined", null);

        Answer late = agent.with("If-Match", seen)
                .send("PUT", "/api/v1/cases/" + caseId + "/answer", "application/json", answerOf("declined", null));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("code")).isEqualTo("changed_meanwhile");
    }

    @Test
    void nobody_answers_a_case_of_their_own() {
        TestMembers.TestMember colleague = members.join();
        staff.create(NOBODY, colleague.email(), "Budi", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT));
        String caseId = report(signedIn("member", colleague.email()), number, "20000", today()).text("caseId");
        agent = signedIn("staff", colleague.email());

        Answer refused = answer(caseId, "declined", null);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("own_membership");
    }

    @Test
    void a_purchase_that_arrives_late_settles_the_case_by_itself() {
        String caseId = report(number, "25000", today()).text("caseId");
        sell(number, "25000", today());

        sweep.doDue();

        assertThat(member.get("/api/v1/members/me/cases/" + caseId).text("outcome")).isEqualTo("granted");
        assertThat(available(member)).isEqualTo(25);
    }

    @Test
    void two_purchases_alike_are_left_to_staff() {
        sell(number, "25000", today(), "1");
        sell(number, "25000", today(), "2");

        assertThat(report(number, "25000", today()).text("state")).isEqualTo("open");
        assertThat(available(member)).isZero();
    }

    @Test
    void somebody_elses_receipt_gives_nothing_and_does_not_tell() {
        sell(number, "25000", today());
        report(number, "25000", today());
        Browser other = signedIn("member", members.join().email());

        Answer reported = report(other, number, "25000", today());

        assertThat(reported.status()).isEqualTo(201);
        assertThat(reported.text("state")).isEqualTo("open");
        assertThat(reported.json().get("purchaseId")).isNull();
        assertThat(available(other)).isZero();
    }

    @Test
    void the_fourth_receipt_of_a_week_is_refused_and_the_first_is_still_answered() {
        for (int index = 0; index < 3; index++) {
            assertThat(report(number + index, "1000", today()).status()).isEqualTo(201);
        }

        Answer fourth = report(number + "x", "1000", today());

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.text("code")).isEqualTo("claim_limit_reached");
        assertThat(report(number + 0, "1000", today()).status()).isEqualTo(201);
    }

    @Test
    void what_is_too_old_or_yet_to_come_is_refused() {
        assertThat(report(number, "1000", today().minusDays(15)).text("code")).isEqualTo("claim_window_closed");
        assertThat(report(number, "1000", today().plusDays(2)).fieldCodes()).containsEntry("/businessDate", "date_in_future");
        assertThat(report(number, "0", today()).fieldCodes()).containsEntry("/total/amount", "must_be_positive");
    }

    @Test
    void a_photo_is_made_anew_and_shown_to_the_member_and_to_staff_only() throws IOException {
        String caseId = report(number, "20000", today()).text("caseId");
        byte[] photo = png(2_000, 3_000);

        Answer shown = member.uploadAs("photo", "/api/v1/members/me/cases/" + caseId + "/photos", "struk.png", photo, Map.of());

        assertThat(shown.status()).as(shown.body()).isEqualTo(201);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(
                cases.find(PublicId.CASE.parse(caseId).orElseThrow()).map(found -> kept(found.id())).orElseThrow()));
        assertThat(kept.getHeight()).isEqualTo(1_600);
        String path = "/api/v1/cases/" + caseId + "/photos/1";
        assertThat(agent.get(path).header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(member.get(path).status()).isEqualTo(200);
        assertThat(signedIn("member", members.join().email()).get(path).status()).isEqualTo(404);
        assertThat(agent(Role.ANALYST).get(path).status()).isEqualTo(403);
    }

    @Test
    void what_is_no_photo_is_refused() {
        String caseId = report(number, "20000", today()).text("caseId");

        Answer refused = member.uploadAs(
                "photo", "/api/v1/members/me/cases/" + caseId + "/photos", "struk.jpg", "<svg/>".getBytes(), Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("photo_unreadable");
    }

    @Inject
    CaseMessages messages;

    private byte[] kept(UUID caseId) {
        return messages.photo(caseId, 1).orElseThrow();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private boolean waiting(String caseId) {
        String cursor = "";
        while (true) {
            Answer page = agent.get("/api/v1/cases?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (var item : page.json().get("items").values()) {
                if (item.get("caseId").getStringValue().equals(caseId)) {
                    return true;
                }
            }
            cursor = page.text("nextCursor");
            if (cursor.isEmpty()) {
                return false;
            }
        }
    }

    private Answer answer(String caseId, String outcome, String purchaseId) {
        Answer seen = agent.get("/api/v1/cases/" + caseId);
        return agent.with("If-Match", seen.header("ETag"))
                .send("PUT", "/api/v1/cases/" + caseId + "/answer", "application/json", answerOf(outcome, purchaseId));
    }

    private static String answerOf(String outcome, String purchaseId) {
        return "{\"outcome\":\"" + outcome + "\",\"text\":{\"id\":\"Sudah kami temukan.\",\"en\":\"We found it.\"}"
                + (purchaseId == null ? "" : ",\"purchaseId\":\"" + purchaseId + "\"") + "}";
    }

    private Answer report(String receipt, String total, LocalDate date) {
        return report(member, receipt, total, date);
    }

    private Answer report(Browser who, String receipt, String total, LocalDate date) {
        return who.post(
                "/api/v1/members/me/cases",
                """
                {"storeId":"%s","businessDate":"%s","receiptNumber":"%s","total":{"amount":"%s","currency":"IDR"},
                "note":"Kartu tertinggal."}"""
                        .formatted(PublicId.STORE.format(shop.store().id()), date, receipt, total));
    }

    private String sell(String receipt, String total, LocalDate date) {
        return sell(receipt, total, date, "1");
    }

    private String sell(String receipt, String total, LocalDate date, String tillNumber) {
        String money = "{\"amount\":\"" + total + "\",\"currency\":\"IDR\"}";
        Answer sold = till.post(
                "/api/v1/purchases",
                """
                {"storeId":"%s","channel":"store","till":"%s","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",
                "lines":[{"position":1,"name":"Beras","quantity":"1","amount":%s}],"total":%s,
                "tenders":[{"kind":"cash","amount":%s}]}"""
                        .formatted(
                                PublicId.STORE.format(shop.store().id()), tillNumber, receipt, date, clock.now(), money,
                                money, money));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        return sold.text("purchaseId");
    }

    private static long available(Browser who) {
        return who.get("/api/v1/members/me").json().get("points").get("available").getLongValue();
    }

    private LocalDate today() {
        return clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
    }

    private Browser till() {
        IssuedClient client = clients.create(
                NOBODY, ids.next().toString(), shop.store().partnerId(), Optional.empty(), "kasir", Set.of(Scope.PURCHASES_WRITE));
        Browser browser = new Browser(server, mapper);
        Answer token = browser.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        return browser.with("Authorization", "Bearer " + token.text("access_token"));
    }

    private Browser agent(Role role) {
        String email = ids.next() + "@staff.example.com";
        staff.create(NOBODY, email, "Rina", TestMembers.PASSWORD, Set.of(role));
        return signedIn("staff", email);
    }

    private Browser signedIn(String kind, String email) {
        Browser browser = new Browser(server, mapper);
        Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(kind, email, TestMembers.PASSWORD));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }
}
