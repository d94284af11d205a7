package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.offers.MemberOffers;
import id.setia.offers.OfferMember;
import id.setia.offers.OfferResponse;
import id.setia.offers.Offers;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers of which there is only so much for all members together. */
@SetiaTest
class OfferBudgetTest {

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    RefundPoster refunds;

    @Inject
    MemberOffers memberOffers;

    @Inject
    Offers offers;

    @Inject
    PointsLedger points;

    @Inject
    Proof proof;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Browser rina;
    private String category;
    private String offer;

    @BeforeEach
    void openShop() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        category = "Uji " + ids.next();
    }

    @AfterEach
    void leave_no_offer_for_other_tests() {
        PublicId.OFFER.parse(offer).ifPresent(offers::stop);
    }

    @Test
    void of_twelve_who_buy_at_once_exactly_as_many_get_it_as_there_are_uses() throws Exception {
        publish("\"budgetUses\":5");
        List<UUID> buyers = Stream.generate(shop::member).limit(12).toList();

        List<Future<PurchaseResponse>> posting = new ArrayList<>();
        try (ExecutorService tills = Executors.newFixedThreadPool(12)) {
            buyers.forEach(member -> posting.add(tills.submit(() -> buy(member))));
        }
        for (Future<PurchaseResponse> posted : posting) {
            posted.get();
        }

        assertThat(buyers).filteredOn(member -> points.balance(member).available() == 10 + 150).hasSize(5);
        assertThat(buyers).filteredOn(member -> points.balance(member).available() == 10).hasSize(7);
        Browser.Answer seen = rina.get("/api/v1/offers/" + offer);
        assertThat(seen.json().get("budgetUses").getIntValue()).isEqualTo(5);
        assertThat(seen.json().get("budgetUsesLeft").getIntValue()).isZero();
        assertThat(seen.json().get("usedUp").getBooleanValue()).isTrue();
        assertThat(seen.json().get("uses").getIntValue()).isEqualTo(5);
        assertThat(proof.now().promises()).allMatch(promise -> promise.holds());
    }

    @Test
    void a_member_sees_that_it_is_used_up_and_activates_it_no_more() {
        publish("\"budgetUses\":1,\"needsActivation\":true");
        OfferMember first = member();
        OfferMember second = member();
        memberOffers.activate(first, id());
        memberOffers.activate(second, id());
        assertThat(buy(first.memberId()).pointsEarned()).isEqualTo(10 + 150);

        PurchaseResponse later = buy(second.memberId());

        assertThat(later.pointsEarned()).isEqualTo(10);
        OfferResponse shown = seenBy(second);
        assertThat(shown.usedUp()).isTrue();
        assertThat(memberOffers.usableOf(second)).noneMatch(response -> response.offerId().equals(offer));
        OfferMember third = member();
        assertThatThrownBy(() -> memberOffers.activate(third, id()))
                .isInstanceOfSatisfying(Problem.class, problem ->
                        assertThat(problem.code()).isEqualTo(ProblemCode.OFFER_USED_UP));
        assertThat(memberOffers.deactivate(second, id()).activatedAt()).isNull();
    }

    @Test
    void the_last_purchase_gets_what_is_left_of_the_points() {
        publish("\"budgetPoints\":400");

        List<Integer> earned = Stream.generate(shop::member)
                .limit(4)
                .map(member -> (int) buy(member).pointsEarned())
                .toList();

        assertThat(earned).containsExactly(160, 160, 110, 10);
        Browser.Answer seen = rina.get("/api/v1/offers/" + offer);
        assertThat(seen.json().get("budgetPointsLeft").getIntValue()).isZero();
        assertThat(seen.json().get("usedUp").getBooleanValue()).isTrue();
        assertThat(seenBy(member()).usedUp()).isTrue();
    }

    @Test
    void a_use_whose_purchase_is_taken_back_is_free_for_another() {
        publish("\"budgetUses\":1");
        PurchaseResponse bought = buy(shop.member());
        assertThat(bought.pointsEarned()).isEqualTo(160);

        refunds.post(refundReader.read(
                refund(number(), clock.now(), Receipts.of(bought.purchaseId(), 1, null)), shop.till()));

        assertThat(buy(shop.member()).pointsEarned()).isEqualTo(160);
        assertThat(buy(shop.member()).pointsEarned()).isEqualTo(10);
    }

    @Test
    void a_draft_keeps_its_budgets_and_none_is_refused_that_is_nothing() {
        Browser.Answer draft = draft("\"budgetUses\":7,\"budgetPoints\":900");

        assertThat(draft.json().get("budgetUsesLeft").getIntValue()).isEqualTo(7);
        assertThat(draft.json().get("budgetPointsLeft").getIntValue()).isEqualTo(900);
        assertThat(draft.json().get("usedUp").getBooleanValue()).isFalse();
        assertThat(rina.post("/api/v1/offers", body("\"budgetUses\":0")).fieldCodes()).containsKey("/budgetUses");
    }

    private Browser.Answer draft(String more) {
        Browser.Answer draft = rina.post("/api/v1/offers", body(more));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        offer = draft.text("offerId");
        return draft;
    }

    private void publish(String more) {
        Browser.Answer draft = draft(more);
        Browser.Answer running =
                rina.put("/api/v1/offers/" + offer + "/publication", draft.header("ETag"), "");
        assertThat(running.status()).as(running.body()).isEqualTo(200);
    }

    private String body(String more) {
        return """
                {"name":{"id":"Uji","en":"Test"},"description":{"id":"Uji","en":"Test"},"badge":"+150",
                 "audience":{"kind":"everyone"},
                 "benefit":{"kind":"bonus","points":150,"conditions":{"categories":["%s"]},"expiryMonths":12,"funderId":"%s"},
                 "endsAt":"%s",%s"usesPerMember":1,%s}"""
                .formatted(
                        category,
                        PublicId.PARTNER.format(shop.store().partnerId()),
                        clock.now().plus(Duration.ofDays(1)),
                        more.contains("needsActivation") ? "" : "\"needsActivation\":false,",
                        more);
    }

    private PurchaseResponse buy(UUID member) {
        return poster.post(reader.read(
                        receipt(number(), clock.now(), member, new Item("Barang", category, 10_000, "1")), shop.till()))
                .answer();
    }

    private OfferMember member() {
        return new OfferMember(shop.member(), TestProgram.LADDER.lowest(), Optional.empty(), true);
    }

    private OfferResponse seenBy(OfferMember member) {
        return memberOffers.of(member).stream()
                .filter(response -> response.offerId().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    private UUID id() {
        return PublicId.OFFER.parse(offer).orElseThrow();
    }
}
