package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Scope;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.CardNumber;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class TillEnrolmentTest {

    @Inject
    TestTills tills;

    @Inject
    Mailbox mailbox;

    @Inject
    Transactions transactions;

    @Inject
    PointsLedger points;

    @Inject
    EarningRules rules;

    @Inject
    TestShop shop;

    @Inject
    BusinessClock clock;

    private Browser till;
    private String phone;
    private Instant now;

    @BeforeEach
    void open_a_till() {
        till = tills.till();
        phone = TestTills.phone();
        now = clock.now();
    }

    @Test
    void a_phone_number_makes_an_unclaimed_member_with_a_card_who_earns() {
        Browser.Answer enrolled = enrol(till, "{\"phone\":\"" + phone + "\",\"name\":\"Sari Dewi\",\"cashier\":\"k-17\"}");

        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        assertThat(enrolled.text("state")).isEqualTo("unclaimed");
        assertThat(enrolled.text("name")).isEqualTo("S••• D•••");
        assertThat(CardNumber.isValid(enrolled.text("card"))).isTrue();
        assertThat(enrolled.json().get("tier").get("code").getStringValue()).isEqualTo("red");
        assertThat(lines(enrolled)).isNotEmpty().allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(32));
        assertThat(String.join(" ", lines(enrolled))).startsWith("Selamat datang di Klub Nusantara!").contains("/claim");

        Browser.Answer bought = till.post(
                "/api/v1/purchases", TestTills.receipt(TestTills.number(), now, 50_000, "{\"card\":\"" + enrolled.text("card") + "\"}"));
        assertThat(bought.text("memberId")).isEqualTo(enrolled.text("memberId"));
        assertThat(bought.json().get("points").get("available").getLongValue()).isEqualTo(50);
    }

    @Test
    void however_the_number_is_written_it_is_one_member() {
        String local = "0" + phone.substring(3);
        String grouped = "+62 " + phone.substring(3, 6) + "-" + phone.substring(6, 10) + "-" + phone.substring(10);
        String member = enrol(till, "{\"phone\":\"" + local + "\"}").text("memberId");

        for (String form : List.of(phone, grouped, phone.substring(1), "(" + local.substring(0, 4) + ") " + local.substring(4))) {
            Browser.Answer again = enrol(till, "{\"phone\":\"" + form + "\"}");
            assertThat(again.status()).as(form).isEqualTo(200);
            assertThat(again.text("memberId")).as(form).isEqualTo(member);
            assertThat(till.post("/api/v1/members/lookup", "{\"phone\":\"" + form + "\"}").text("memberId"))
                    .as(form)
                    .isEqualTo(member);
        }
    }

    @Test
    void enrolling_again_answers_the_same_member_masked_and_tells_the_phone_nothing_more() {
        Browser.Answer first = enrol(till, "{\"phone\":\"" + phone + "\",\"name\":\"Sari Dewi\"}");
        int told = mailbox.of(phone).size();

        Browser.Answer again = enrol(till, "{\"phone\":\"" + phone + "\",\"name\":\"Somebody Else\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("created").getBooleanValue()).isFalse();
        assertThat(again.text("name")).isEqualTo("S••• D•••");
        assertThat(again.text("card")).as("the till that began it may print it again").isEqualTo(first.text("card"));
        assertThat(again.json().get("check").get("id").getStringValue()).contains("S••• D•••", "Tidak cocok?");
        assertThat(again.json().get("claimMessageSent").getBooleanValue()).isFalse();
        assertThat(mailbox.of(phone)).hasSize(told);
    }

    @Test
    void a_till_of_another_partner_may_enrol_and_learns_no_more_of_a_member_than_anybody_shown_a_phone() {
        Browser other = tills.tillOfAnotherPartner();
        String theirs = enrol(other, "{\"phone\":\"" + phone + "\",\"name\":\"Sari Dewi\"}").text("memberId");
        assertThat(theirs).startsWith("mem_");

        Browser.Answer own = enrol(till, "{\"phone\":\"" + phone + "\"}");

        assertThat(own.text("memberId")).isEqualTo(theirs);
        assertThat(own.text("card")).as("the card of a membership another partner began").isEmpty();
        assertThat(other.get("/api/v1/members/" + theirs).status()).as("the whole profile").isEqualTo(404);
        assertThat(other.post("/api/v1/members/lookup", "{\"phone\":\"" + phone + "\"}").text("view")).isEqualTo("masked");
    }

    @Test
    void two_tills_enrolling_one_number_at_once_make_one_member() throws Exception {
        List<Browser> many = IntStream.range(0, 6).mapToObj(index -> tills.till()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(many.size())) {
            List<Callable<Browser.Answer>> acts = new ArrayList<>();
            many.forEach(one -> acts.add(() -> enrol(one, "{\"phone\":\"" + phone + "\"}")));
            List<Browser.Answer> answers = new ArrayList<>();
            for (Future<Browser.Answer> answer : pool.invokeAll(acts)) {
                answers.add(answer.get());
            }
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201));
            assertThat(answers.stream().map(answer -> answer.text("memberId")).distinct()).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        }
        assertThat(mailbox.of(phone)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void what_is_wrong_is_named_and_nobody_is_made() {
        Browser.Answer refused =
                enrol(till, "{\"phone\":\"not a number\",\"name\":\"\\u202Eevil\",\"language\":\"fr\",\"cashier\":\" \"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes())
                .containsEntry("/phone", "phone_not_usable")
                .containsEntry("/name", "name_unprintable")
                .containsEntry("/language", "value_unknown")
                .containsEntry("/cashier", "must_not_be_blank");
    }

    @Test
    void only_clients_with_the_scope_enrol() {
        Browser reading = tills.till(EnumSet.of(Scope.MEMBERS_READ, Scope.MEMBERS_LOOKUP, Scope.PURCHASES_WRITE));

        assertThat(enrol(reading, "{\"phone\":\"" + phone + "\"}").status()).isEqualTo(403);
        assertThat(tills.browser().post("/api/v1/members", "{\"phone\":\"" + phone + "\"}").status()).isEqualTo(401);
    }

    @Test
    void a_till_that_makes_members_without_end_is_stopped_and_still_finds_those_there_are() {
        enrol(till, "{\"phone\":\"" + phone + "\"}");
        IntStream.range(1, 60).forEach(index ->
                assertThat(enrol(till, "{\"phone\":\"" + TestTills.phone() + "\"}").status()).isEqualTo(201));

        Browser.Answer stopped = enrol(till, "{\"phone\":\"" + TestTills.phone() + "\"}");

        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.text("code")).isEqualTo("too_many_attempts");
        assertThat(till.post("/api/v1/members/lookup", "{\"phone\":\"" + phone + "\"}").status()).isEqualTo(200);
        assertThat(enrol(tills.till(), "{\"phone\":\"" + TestTills.phone() + "\"}").status()).isEqualTo(201);
    }

    @Test
    void an_unclaimed_member_is_offered_nothing() {
        String member = enrol(till, "{\"phone\":\"" + phone + "\"}").text("memberId");

        assertThat(till.get("/api/v1/members/" + member).json().get("offers").size()).isZero();
        assertThat(till.get("/api/v1/members/" + member + "/offers").json().get("items").size()).isZero();
    }

    @Test
    void an_unclaimed_member_earns_and_cannot_spend() {
        String member = enrol(till, "{\"phone\":\"" + phone + "\"}").text("memberId");
        till.post("/api/v1/purchases", TestTills.receipt(TestTills.number(), now, 50_000, "{\"phone\":\"" + phone + "\"}"));
        UUID id = PublicId.MEMBER.parse(member).orElseThrow();

        assertThatThrownBy(() -> points.spend(id, 10, new UUID(0, 1), TestTills.number(), new UUID(0, 2)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SPENDING_NOT_ALLOWED));
        assertThat(points.balance(id).available()).isEqualTo(50);
    }

    @Test
    void what_is_printed_follows_the_figures_and_a_refund_prints_what_it_took() {
        String number = TestTills.number();
        enrol(till, "{\"phone\":\"" + phone + "\",\"language\":\"en\"}");

        Browser.Answer bought = till.post(
                "/api/v1/purchases", TestTills.receipt(number, now, 50_000, "{\"phone\":\"" + phone + "\"}"));
        Browser.Answer refunded = till.post("/api/v1/refunds", TestTills.refund(number, now, "0.2"));

        assertThat(String.join(" ", lines(bought)))
                .startsWith("+50 points on this purchase. Balance: 50 points (Rp500).")
                .contains("to reach Gold.", "Activate your membership by phone:");
        assertThat(lines(refunded)).containsExactly("Refund: 10 points taken back.", "Balance: 40 points (Rp400).");
        assertThat(lines(till.post(
                        "/api/v1/purchases", TestTills.receipt(number, now, 50_000, "{\"phone\":\"" + phone + "\"}"))))
                .as("sent again")
                .isEqualTo(lines(bought));
    }

    @Test
    void a_minimum_just_missed_is_told_and_holds_what_it_promises() {
        String category = "Uji " + TestTills.number();
        LocalText name = LocalText.of("Bonus", "Bonus");
        rules.publish(
                category,
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(category).from(10_000_000), new Effect.Bonus(50), 12,
                        shop.store().partnerId()),
                Instant.EPOCH,
                Optional.empty());
        enrol(till, "{\"phone\":\"" + phone + "\"}");

        JsonNode nudge = sell(86_500, category).json().get("nudge");

        assertThat(nudge.get("spend").get("amount").getStringValue()).isEqualTo("13500");
        assertThat(nudge.get("text").get("id").getStringValue()).endsWith(", dapat 64\u00A0poin lagi");
        Browser.Answer more = sell(100_000, category);
        assertThat(more.json().get("pointsEarned").getLongValue()).isEqualTo(86 + 64);
        assertThat(more.json().get("nudge")).as("nothing near any more").isNull();
    }

    private Browser.Answer sell(long rupiah, String category) {
        String receipt = TestTills.receipt(TestTills.number(), now, rupiah, "{\"phone\":\"" + phone + "\"}")
                .replace("\"quantity\"", "\"category\":\"" + category + "\",\"quantity\"");
        return till.post("/api/v1/purchases", receipt);
    }

    @Test
    void a_till_of_another_partner_prints_no_tier_gap() {
        Browser other = tills.tillOfAnotherPartner();
        enrol(other, "{\"phone\":\"" + phone + "\"}");

        Browser.Answer bought = other.post(
                "/api/v1/purchases", TestTills.receipt(TestTills.number(), now, 50_000, "{\"phone\":\"" + phone + "\"}"));

        assertThat(String.join(" ", lines(bought))).startsWith("+50 poin").doesNotContain("Emas");
        assertThat(bought.json().get("standing")).isNull();
    }

    @Test
    void the_feed_is_told_without_personal_data() {
        String member = enrol(till, "{\"phone\":\"" + phone + "\",\"name\":\"Sari Dewi\",\"cashier\":\"k-17\"}").text("memberId");

        assertThat(events(member)).containsExactly("member.enrolled");
        assertThat(payloads(member)).allSatisfy(payload ->
                assertThat(payload).doesNotContain("Sari", phone.substring(4), "k-17").contains("storeId"));
    }

    private static Browser.Answer enrol(Browser till, String json) {
        return till.post("/api/v1/members", json);
    }

    private static List<String> lines(Browser.Answer answer) {
        return StreamSupport.stream(answer.json().get("print").values().spliterator(), false)
                .map(JsonNode::getStringValue)
                .toList();
    }

    private List<String> events(String member) {
        return outbox(member, "type");
    }

    private List<String> payloads(String member) {
        return outbox(member, "payload");
    }

    private List<String> outbox(String member, String column) {
        assertThat(Set.of("type", "payload")).contains(column);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + column + " FROM outbox WHERE member_id = ? UNION ALL SELECT " + column + " FROM feed WHERE member_id = ?")) {
                byte[] id = UuidBytes.of(PublicId.MEMBER.parse(member).orElseThrow());
                select.setBytes(1, id);
                select.setBytes(2, id);
                List<String> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }
}
