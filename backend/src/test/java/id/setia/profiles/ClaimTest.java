package id.setia.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestPhones;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of a membership that began at a till, as the person behind the phone goes through it. */
@SetiaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTest {

    private static final String PASSWORD = "kopi susu gula aren";

    @Inject
    TestTills tills;

    @Inject
    TestPhones phones;

    @Inject
    Mailbox mailbox;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    private final PhoneReceiver receiver = new PhoneReceiver();
    private Browser till;
    private Browser browser;
    private String phone;

    @BeforeAll
    void open_the_phone_channel() {
        phones.turnOn(receiver);
    }

    @AfterAll
    void close_it() {
        phones.turnOff();
        receiver.close();
    }

    @BeforeEach
    void somebody_at_a_till() {
        till = tills.till();
        browser = tills.browser();
        phone = TestTills.phone();
    }

    @Test
    void the_phone_is_invited_once_and_its_owner_claims_with_all_points_and_signs_in_by_phone() {
        Browser.Answer enrolled = enrol("Sari Dewi");
        assertThat(enrolled.json().get("claimMessageSent").getBooleanValue()).isTrue();
        assertThat(mailbox.of(phone)).singleElement().asString().contains("Klub Nusantara", "/claim");
        assertThat(enrol("Sari Dewi").status()).isEqualTo(200);
        assertThat(mailbox.of(phone)).as("told once").hasSize(1);
        sell("{\"card\":\"" + enrolled.text("card") + "\"}");

        Browser.Answer started = start("{\"phone\":\"0" + phone.substring(3) + "\",\"language\":\"id\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(started.text("phone")).contains("••••").doesNotContain(phone);
        Browser.Answer proven = prove(started);
        assertThat(proven.status()).as(proven.body()).isEqualTo(200);
        assertThat(proven.text("name")).isEqualTo("S••• D•••");
        assertThat(proven.json().get("points").get("available").getLongValue()).isEqualTo(50);
        assertThat(proven.json().get("store").get("name").getStringValue()).isEqualTo("Toko Uji");
        assertThat(proven.json().get("cardNeeded").getBooleanValue()).isFalse();

        Browser.Answer completed = complete(started, proven, "");
        assertThat(completed.status()).as(completed.body()).isEqualTo(201);
        assertThat(completed.text("memberId")).isEqualTo(enrolled.text("memberId"));
        Browser.Answer me = browser.get("/api/v1/members/me");
        assertThat(me.text("state")).isEqualTo("active");
        assertThat(me.text("name")).isEqualTo("Sari Dewi Lestari");
        assertThat(me.json().get("points").get("available").getLongValue()).isGreaterThanOrEqualTo(50);
        assertThat(me.json().get("cards").get(0).get("number").getStringValue()).isEqualTo(enrolled.text("card"));
        assertThat(me.json().get("consents").get(0).get("given").getBooleanValue()).isTrue();
        assertThat(events(enrolled.text("memberId"))).contains("member.enrolled", "member.claimed");

        Browser later = tills.browser();
        assertThat(later.post("/api/v1/session", "{\"kind\":\"member\",\"email\":\"" + phone + "\",\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .as("a member without e-mail")
                .isEqualTo(201);
        assertThat(enrol("x").text("card")).as("no till learns the card of who claimed").isEmpty();
    }

    @Test
    void joining_with_the_number_leads_into_the_claim() {
        String member = enrol("Sari").text("memberId");
        sell("{\"phone\":\"" + phone + "\"}");

        Browser.Answer begun = browser.post(
                "/api/v1/enrolments",
                "{\"phone\":\"" + phone + "\",\"password\":\"" + PASSWORD
                        + "\",\"name\":\"Sari Dewi\",\"language\":\"id\",\"termsAccepted\":true,\"consents\":[]}");
        Browser.Answer confirmed = browser.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation",
                "{\"code\":\"" + mailbox.code(phone) + "\"}");

        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        assertThat(confirmed.text("memberId")).isEqualTo(member);
        assertThat(browser.get("/api/v1/members/me").json().get("points").get("available").getLongValue())
                .isGreaterThanOrEqualTo(50);
    }

    @Test
    void the_card_alone_sends_the_code_to_the_phone_given_at_the_till() {
        String card = enrol("Sari").text("card");

        Browser.Answer started = start("{\"card\":\"" + card + "\",\"language\":\"id\"}");
        assertThat(started.text("phone")).as("nobody learns whose it is").isEmpty();
        Browser.Answer proven = prove(started);

        assertThat(complete(started, proven, "\"email\":\"sari-" + phone.substring(1) + "@example.com\",").status()).isEqualTo(201);
        assertThat(mailbox.of("sari-" + phone.substring(1) + "@example.com")).as("a code proves the e-mail").hasSize(1);
    }

    @Test
    void six_months_later_the_phone_alone_no_longer_proves_the_person() {
        Browser.Answer enrolled = enrol("Sari");
        age(enrolled.text("memberId"), Duration.ofDays(200));

        Browser.Answer started = start("{\"phone\":\"" + phone + "\",\"language\":\"id\"}");
        Browser.Answer proven = prove(started);

        assertThat(proven.json().get("cardNeeded").getBooleanValue()).isTrue();
        assertThat(complete(started, proven, "").fieldCodes()).containsEntry("/card", "card_needed");
        assertThat(complete(started, proven, "\"card\":\"604200000000\",").fieldCodes())
                .containsEntry("/card", "card_does_not_match");
        assertThat(complete(started, proven, "\"card\":\"" + enrolled.text("card") + "\",").status()).isEqualTo(201);
    }

    @Test
    void a_stranger_learns_nothing_of_a_number_and_who_has_it_learns_that_nothing_waits() {
        Browser.Answer unknown = start("{\"phone\":\"" + phone + "\",\"language\":\"id\"}");
        String enrolledPhone = TestTills.phone();
        till.post("/api/v1/members", "{\"phone\":\"" + enrolledPhone + "\"}");
        Browser.Answer known = start("{\"phone\":\"" + enrolledPhone + "\",\"language\":\"id\"}");
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.json().size()).isEqualTo(known.json().size());
        Browser.Answer card = start("{\"card\":\"604211893357\",\"language\":\"id\"}");
        assertThat(card.status()).isEqualTo(202);
        assertThat(attempt(card, "123456").text("code")).isEqualTo("code_invalid");

        assertThat(attempt(known, "000000").text("code")).isIn("code_invalid");
        Browser.Answer proven = prove(unknown);
        assertThat(proven.status()).isEqualTo(409);
        assertThat(proven.text("code")).isEqualTo("nothing_to_claim");
    }

    @Test
    void the_owner_of_a_number_a_cashier_mistyped_erases_it_and_the_till_enrols_the_right_one() {
        Browser.Answer wrong = enrol("Budi Santoso");
        sell("{\"phone\":\"" + phone + "\"}");
        assertThat(mailbox.of(phone)).singleElement().asString().contains("Bukan Anda?");

        Browser.Answer started = start("{\"phone\":\"" + phone + "\",\"language\":\"id\"}");
        Browser.Answer proven = prove(started);
        String token = "{\"token\":\"" + proven.text("token") + "\"}";
        assertThat(browser.post("/api/v1/claims/" + started.text("claimId") + "/rejection", token).status()).isEqualTo(204);

        assertThat(till.post("/api/v1/members/lookup", "{\"phone\":\"" + phone + "\"}").status()).isEqualTo(404);
        assertThat(mailbox.of(phone)).as("messages to them too").noneMatch(body -> body.contains("Bukan Anda?"));
        Browser.Answer erased = till.get("/api/v1/members/" + wrong.text("memberId"));
        assertThat(erased.text("state")).isEqualTo("erased");
        assertThat(erased.json().get("points").get("available").getLongValue()).isZero();
        assertThat(events(wrong.text("memberId"))).contains("member.erased");
        assertThat(browser.post("/api/v1/claims/" + started.text("claimId") + "/rejection", token).text("code"))
                .isEqualTo("claim_not_found");

        phone = TestTills.phone();
        assertThat(enrol("Budi Santoso").status()).isEqualTo(201);
    }

    @Test
    void a_claim_is_finished_once_and_only_with_its_token() {
        enrol("Sari");
        Browser.Answer started = start("{\"phone\":\"" + phone + "\",\"language\":\"id\"}");
        Browser.Answer proven = prove(started);

        assertThat(prove(started).text("code")).as("a code is used once").isEqualTo("code_expired");
        String other = browser.post("/api/v1/claims/" + started.text("claimId") + "/completion", person("guessed", ""))
                .text("code");
        assertThat(other).isEqualTo("claim_not_found");
        assertThat(complete(started, proven, "").status()).isEqualTo(201);
        browser = tills.browser();
        assertThat(complete(started, proven, "").text("code")).isEqualTo("claim_not_found");
        Browser.Answer again = start("{\"phone\":\"" + phone + "\",\"language\":\"id\"}");
        assertThat(prove(again).text("code")).as("nothing waits any more").isEqualTo("nothing_to_claim");
    }

    @Test
    void the_look_up_tells_the_cashier_whom_to_compare() {
        enrol("Sari Dewi");
        till = tills.tillOfAnotherPartner();

        Browser.Answer found = till.post("/api/v1/members/lookup", "{\"phone\":\"" + phone + "\"}");

        assertThat(found.text("name")).isEqualTo("S••• D•••");
        assertThat(found.json().get("check").get("id").getStringValue()).contains("S••• D•••", "Tidak cocok?");
        assertThat(found.json().get("phone")).isNull();
        assertThat(found.json().get("cards").size()).isZero();
        assertThat(found.json().get("offers").size()).isZero();
    }

    private Browser.Answer enrol(String name) {
        return till.post("/api/v1/members", "{\"phone\":\"" + phone + "\",\"name\":\"" + name + "\"}");
    }

    private void sell(String member) {
        Browser.Answer sold = till.post(
                "/api/v1/purchases",
                TestTills.receipt(TestTills.number(), clock.now().minus(Duration.ofMinutes(5)), 50_000, member));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
    }

    private Browser.Answer start(String json) {
        return browser.post("/api/v1/claims", json);
    }

    private Browser.Answer prove(Browser.Answer started) {
        return attempt(started, mailbox.code(phone));
    }

    private Browser.Answer attempt(Browser.Answer started, String code) {
        return browser.post("/api/v1/claims/" + started.text("claimId") + "/proof", "{\"code\":\"" + code + "\"}");
    }

    private Browser.Answer complete(Browser.Answer started, Browser.Answer proven, String more) {
        return browser.post(
                "/api/v1/claims/" + started.text("claimId") + "/completion", person(proven.text("token"), more));
    }

    private static String person(String token, String more) {
        return "{\"token\":\"" + token + "\"," + more + "\"password\":\"" + PASSWORD
                + "\",\"name\":\"Sari Dewi Lestari\",\"birthDate\":\"1990-08-17\",\"language\":\"id\",\"termsAccepted\":true,"
                + "\"consents\":[{\"purpose\":\"marketing_email\",\"given\":true}]}";
    }

    private void age(String member, Duration age) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET joined_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(clock.now().minus(age)));
                update.setBytes(2, UuidBytes.of(PublicId.MEMBER.parse(member).orElseThrow()));
                return update.executeUpdate();
            }
        });
    }

    private List<String> events(String member) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT type FROM outbox WHERE member_id = ?
                    UNION ALL
                    SELECT type FROM feed WHERE member_id = ?""")) {
                byte[] id = UuidBytes.of(PublicId.MEMBER.parse(member).orElseThrow());
                select.setBytes(1, id);
                select.setBytes(2, id);
                List<String> types = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        types.add(row.getString(1));
                    }
                }
                return types;
            }
        });
    }
}
