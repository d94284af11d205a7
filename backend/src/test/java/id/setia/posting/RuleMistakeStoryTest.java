package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule gave three times the points by mistake: it is stopped, everything is judged again, and everybody is right to the point. */
@SetiaTest
class RuleMistakeStoryTest {

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestStaff staff;

    @Inject
    TestMembers people;

    @Inject
    PartnerDirectory partners;

    @Inject
    PointsLedger points;

    @Inject
    JobRunner jobs;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private Browser rina;
    private Browser till;
    private String category;
    private String rule;

    @BeforeEach
    void rina_publishes_three_times_instead_of_twice() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        till = tills.till();
        category = "Uji " + ids.next();
        Browser.Answer made = rina.post("/api/v1/rules", """
                {"code":"uji-%s","terms":{"kind":"multiplier","name":{"id":"Salah ketik","en":"A slip"},"factor":"3",
                 "conditions":{"categories":["%s"]},"expiryMonths":12,"funderId":"%s"}}"""
                .formatted(ids.next(), category, PublicId.PARTNER.format(partners.owner().id())));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        rule = made.text("ruleId");
        clock.advance(Duration.ofSeconds(31));
    }

    @AfterEach
    void time_is_as_it_was() {
        clock.startAt(systemClock.now());
    }

    @Test
    void everybody_is_right_to_the_point_and_the_proof_holds() {
        UUID budi = people.join().id();
        TestMembers.TestMember sari = people.join();
        UUID tono = people.join().id();
        UUID dewi = people.join().id();
        Instant before = clock.now();
        buy(budi, 100_000, before);
        buy(sari.id(), 50_000, before);
        points.spend(sari.id(), 120, partners.owner().id(), ids.next().toString(), ids.next());
        String returned = buy(tono, 80_000, before);
        refund(returned, "0.5");
        String wronglyHers = buy(dewi, 60_000, before);
        assertThat(balance(budi).available()).isEqualTo(300);

        it_is_stopped_at_once();
        buy(budi, 10_000, clock.now());
        assertThat(balance(budi).available()).as("after the stop").isEqualTo(310);
        buy(budi, 20_000, before);
        assertThat(balance(budi).available()).as("a receipt of before the stop that came late").isEqualTo(370);
        move(wronglyHers, budi);
        assertThat(balance(budi).available()).isEqualTo(550);

        String run = a_trial_says_what_would_happen();
        assertThat(balance(budi).available()).as("a trial changes nothing").isEqualTo(550);
        rina.put("/api/v1/rejudgements/" + run + "/correction", "", "");
        a_second_person_says_yes(run);
        jobs.runDue(systemClock.now());

        JsonNode done = rina.get("/api/v1/rejudgements/" + run).json();
        assertThat(done.get("state").getStringValue()).isEqualTo("done");
        assertThat(done.get("correction").get("pointsTaken")).isEqualTo(done.get("trial").get("pointsTaken"));
        assertThat(done.get("correction").get("debt")).isEqualTo(done.get("trial").get("debt"));
        everybody_is_right(budi, sari.id(), tono, dewi);
        a_refund_afterwards_takes_no_more_than_stands(tono, returned);
        assertThat(staff.signedIn(Role.AUDITOR).get("/api/v1/ledger/proof").body()).doesNotContain("\"holds\":false");
        doing_it_again_changes_nothing(run, budi);
    }

    private void it_is_stopped_at_once() {
        Browser.Answer stopped = rina.put("/api/v1/rules/" + rule + "/stop", "", "{\"reason\":\"Salah ketik\"}");

        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        assertThat(stopped.text("state")).isEqualTo("ended");
        assertThat(stopped.json().get("stopped").get("reason").getStringValue()).isEqualTo("Salah ketik");
        assertThat(rina.put("/api/v1/rules/" + rule + "/stop", "", "{\"reason\":\"Sekali lagi\"}").text("version"))
                .isEqualTo(stopped.text("version"));
    }

    private String a_trial_says_what_would_happen() {
        Browser.Answer begun = rina.with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/rules/" + rule + "/rejudgements", "{\"reason\":\"Salah ketik\"}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.text("state")).isEqualTo("trying");
        jobs.runDue(systemClock.now());

        Browser.Answer tried = rina.get("/api/v1/rejudgements/" + begun.text("rejudgementId"));
        assertThat(tried.text("state")).isEqualTo("tried");
        JsonNode trial = tried.json().get("trial");
        assertThat(trial.get("purchases").getIntValue()).isEqualTo(5);
        assertThat(trial.get("members").getIntValue()).isEqualTo(3);
        assertThat(trial.get("pointsTaken").getIntValue()).isEqualTo(200 + 40 + 120 + 100 + 80);
        assertThat(trial.get("pointsGiven").getIntValue()).isZero();
        assertThat(trial.get("debt").getIntValue()).isEqualTo(70);
        return begun.text("rejudgementId");
    }

    private void a_second_person_says_yes(String run) {
        Browser.Answer waiting = rina.get("/api/v1/rejudgements/" + run);
        assertThat(waiting.text("state")).isEqualTo("waiting");
        Browser finance = staff.signedIn(Role.FINANCE);
        assertThat(finance.get("/api/v1/approvals").body()).contains(waiting.text("approvalId"), "Salah ketik");
        Browser.Answer yes =
                finance.post("/api/v1/approvals/" + waiting.text("approvalId") + "/approval", "{\"note\":\"Baik\"}");
        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        assertThat(rina.get("/api/v1/rejudgements/" + run).text("state")).isEqualTo("correcting");
    }

    private void everybody_is_right(UUID budi, UUID sari, UUID tono, UUID dewi) {
        assertThat(balance(budi).available()).isEqualTo(100 + 10 + 20 + 60);
        assertThat(balance(sari)).extracting(Balance::available, Balance::debt).containsExactly(0L, -70L);
        assertThat(balance(tono).available()).isEqualTo(40);
        assertThat(balance(dewi).available()).isZero();
        YearMonth month = YearMonth.from(clock.now().atZone(ZoneId.of("Asia/Jakarta")));
        assertThat(points.monthSums(budi).in(month).points()).isEqualTo(190);
    }

    private void a_refund_afterwards_takes_no_more_than_stands(UUID tono, String receipt) {
        refund(receipt, "0.5");
        assertThat(balance(tono)).extracting(Balance::available, Balance::debt).containsExactly(0L, 0L);
    }

    private void doing_it_again_changes_nothing(String run, UUID budi) {
        assertThat(rina.put("/api/v1/rejudgements/" + run + "/correction", "", "").text("state")).isEqualTo("done");
        Browser.Answer again = rina.with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/rules/" + rule + "/rejudgements", "{\"reason\":\"Sekali lagi\"}");
        jobs.runDue(systemClock.now());
        assertThat(rina.get("/api/v1/rejudgements/" + again.text("rejudgementId")).json().get("trial").get("purchases").getIntValue())
                .isZero();
        assertThat(balance(budi).available()).isEqualTo(190);
    }

    private String buy(UUID member, long rupiah, Instant at) {
        String number = TestTills.number();
        Browser.Answer bought = till.post(
                "/api/v1/purchases",
                TestTills.receipt(number, at, rupiah, "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}")
                        .replace("\"name\":\"Beras\",", "\"name\":\"Beras\",\"category\":\"" + category + "\","));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        return number + " " + bought.text("purchaseId");
    }

    private void refund(String receipt, String quantity) {
        Browser.Answer refunded = till.post(
                "/api/v1/refunds", TestTills.refund(receipt.split(" ")[0], clock.now(), quantity));
        assertThat(refunded.status()).as(refunded.body()).isEqualTo(201);
    }

    private void move(String receipt, UUID to) {
        Browser.Answer moved = staff.signedIn(Role.SERVICE_AGENT)
                .with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/purchases/" + receipt.split(" ")[1] + "/moves", """
                        {"member":{"memberId":"%s"},"reason":"wrong_member","explanation":"Kartu tertukar"}"""
                        .formatted(PublicId.MEMBER.format(to)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
    }

    private Balance balance(UUID member) {
        return points.balance(member);
    }
}
