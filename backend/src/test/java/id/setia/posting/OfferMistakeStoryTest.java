package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.offers.Offers;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer gave ten times what was meant: it is stopped at once, its purchases are judged again, and everybody is right. */
@SetiaTest
class OfferMistakeStoryTest {

    private static final String OFFERS = "/api/v1/offers/";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    EarningRules rules;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    Rejudgements rejudgements;

    @Inject
    Offers offers;

    @Inject
    PointsLedger points;

    @Inject
    Proof proof;

    @Inject
    JobRunner jobs;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private Browser rina;
    private String category;
    private String offer;

    @BeforeEach
    void rina_publishes_1500_points_instead_of_150() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        category = "Uji " + ids.next();
        Browser.Answer draft = rina.post("/api/v1/offers", """
                {"name":{"id":"Uji","en":"Test"},"description":{"id":"Uji","en":"Test"},"badge":"+1500",
                 "audience":{"kind":"everyone"},
                 "benefit":{"kind":"bonus","points":1500,"conditions":{"categories":["%s"]},"expiryMonths":12,"funderId":"%s"},
                 "endsAt":"%s","needsActivation":false,"usesPerMember":0,"budgetUses":10,"budgetPoints":100000}"""
                .formatted(
                        category, PublicId.PARTNER.format(shop.store().partnerId()), clock.now().plus(Duration.ofDays(9))));
        offer = draft.text("offerId");
        assertThat(stop("Masih rancangan").text("code")).isEqualTo("offer_ended");
        Browser.Answer running = rina.put(OFFERS + offer + "/publication", draft.header("ETag"), "");
        assertThat(running.status()).as(running.body()).isEqualTo(200);
    }

    @AfterEach
    void leave_no_offer_for_other_tests() {
        offers.stop(PublicId.OFFER.parse(offer).orElseThrow());
    }

    @Test
    void everybody_is_right_to_the_point() {
        UUID budi = shop.member();
        UUID sari = shop.member();
        clock.advance(Duration.ofSeconds(2));
        Instant before = clock.now();
        RuleVersion benefit = benefit(before);
        buy(budi, before);
        buy(sari, before);
        points.spend(sari, 1_200, shop.store().partnerId(), number(), ids.next());
        assertThat(points.balance(budi).available()).isEqualTo(1_510);
        clock.advance(Duration.ofSeconds(2));

        it_is_stopped_at_once_and_stopping_again_changes_nothing();
        buy(budi, clock.now());
        assertThat(points.balance(budi).available()).as("after the stop").isEqualTo(1_520);
        buy(budi, before);
        assertThat(points.balance(budi).available()).as("of before the stop, come late").isEqualTo(3_030);
        assertThat(left("budgetUsesLeft")).isEqualTo(7);

        its_purchases_are_judged_again(benefit);
        assertThat(points.balance(budi).available()).isEqualTo(30);
        assertThat(points.balance(sari).debt()).isEqualTo(-1_190);
        assertThat(left("budgetUsesLeft")).as("nobody was served after all").isEqualTo(10);
        assertThat(left("budgetPointsLeft")).isEqualTo(100_000);
        assertThat(proof.now().promises()).allMatch(promise -> promise.holds());
    }

    private void it_is_stopped_at_once_and_stopping_again_changes_nothing() {
        Browser.Answer stopped = stop("Salah ketik");
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        assertThat(stopped.text("stage")).isEqualTo("ended");

        Browser.Answer again = stop("Sekali lagi");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("version")).isEqualTo(stopped.text("version"));
        assertThat(staff.signedIn(Role.ANALYST).put(OFFERS + offer + "/stop", "", "{\"reason\":\"Boleh?\"}").status())
                .isEqualTo(403);
    }

    private void its_purchases_are_judged_again(RuleVersion benefit) {
        Caller.SignedInStaff adi = new Caller.SignedInStaff(ids.next(), Set.of(Role.ADMINISTRATOR));
        Rejudgement run = rejudgements.begin(
                adi,
                Optional.of(ids.next().toString()),
                benefit.ruleId(),
                new JudgeAgainRequest(benefit.version(), null, null, null, "Salah ketik"));
        jobs.runDue(systemClock.now());
        rejudgements.start(adi, run.id());
        jobs.runDue(systemClock.now());
        assertThat(rina.get("/api/v1/rejudgements/" + PublicId.REJUDGEMENT.format(run.id())).text("state"))
                .isEqualTo("done");
    }

    private RuleVersion benefit(Instant moment) {
        return rules.book().inForce(Trigger.PURCHASE, moment).stream()
                .filter(version -> version.code().equals("offer-" + offer.substring(4)))
                .findFirst()
                .orElseThrow();
    }

    private Browser.Answer stop(String reason) {
        return rina.put(OFFERS + offer + "/stop", "", "{\"reason\":\"" + reason + "\"}");
    }

    private long left(String budget) {
        return rina.get(OFFERS + offer).json().get(budget).getLongValue();
    }

    private void buy(UUID member, Instant at) {
        poster.post(reader.read(
                receipt(number(), at, member, new Item("Barang", category, 10_000, "1")), shop.till()));
    }
}
