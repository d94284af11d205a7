package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.Cap;
import id.setia.earning.CapKind;
import id.setia.earning.CapPeriod;
import id.setia.earning.CapUnit;
import id.setia.earning.Caps;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.ExpiryPolicy;
import id.setia.earning.ExplanationItem;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.earning.Waiting;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Caps, budgets and points that wait, on the database. Every rule is for a category of its own, beside the base rule. */
@SetiaTest
class CappedRulesTest {

    private static final Caller.SignedInStaff STAFF =
            new Caller.SignedInStaff(new UUID(5, 15), Set.of(Role.SERVICE_AGENT));
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final long BASE = 10;

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    RefundPoster refunds;

    @Inject
    PurchaseMoves moves;

    @Inject
    EarningRules rules;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Instant now;
    private String category;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofSeconds(1));
        category = "Uji Batas " + ids.next();
    }

    @Test
    void a_cap_trims_and_a_refund_makes_room_for_later_purchases_alone() {
        publish(new Effect.Bonus(30), perMember(CapPeriod.DAY, CapUnit.POINTS, 50), null, null);
        UUID member = shop.member();

        PurchaseResponse first = buy(member);
        PurchaseResponse second = buy(member);
        PurchaseResponse third = buy(member);

        assertThat(List.of(first.pointsEarned(), second.pointsEarned(), third.pointsEarned()))
                .containsExactly(BASE + 30, BASE + 20, BASE);
        assertThat(ofCategory(second)).satisfies(item -> {
            assertThat(item.points()).isEqualTo(20);
            assertThat(item.wanted()).isEqualTo(30);
            assertThat(item.cappedBy()).isEqualTo(CapKind.POINTS_A_DAY);
        });

        takeBack(first);

        assertThat(balance(member).available()).as("the second is not granted more").isEqualTo(BASE + 20 + BASE);
        assertThat(buy(member).pointsEarned()).isEqualTo(BASE + 30);
        promises(member);
    }

    @Test
    void purchases_of_one_batch_use_up_a_cap_in_their_order() {
        publish(new Effect.Bonus(30), perMember(CapPeriod.EVER, CapUnit.TIMES, 1), null, null);
        UUID member = shop.member();

        List<PostedPurchase> posted =
                poster.post(List.of(reader.read(receipt(member), shop.till()), reader.read(receipt(member), shop.till())));

        assertThat(posted).extracting(purchase -> purchase.answer().pointsEarned()).containsExactly(BASE + 30, BASE);
    }

    @Test
    void a_moved_purchase_frees_the_cap_of_the_one_and_uses_that_of_the_other() {
        publish(new Effect.Bonus(30), perMember(CapPeriod.MONTH, CapUnit.TIMES, 1), null, null);
        UUID wrong = shop.member();
        UUID right = shop.member();
        PurchaseResponse bought = buy(wrong);

        moves.move(
                STAFF, Optional.of(number()), PublicId.PURCHASE.parse(bought.purchaseId()).orElseThrow(),
                MemberReference.memberId(right), new Why(CorrectionReason.WRONG_MEMBER, "uji"));

        assertThat(balance(right).available()).isEqualTo(BASE + 30);
        assertThat(buy(right).pointsEarned()).isEqualTo(BASE);
        assertThat(buy(wrong).pointsEarned()).isEqualTo(BASE + 30);
        promises(wrong, right);
    }

    @Test
    void a_budget_grants_what_is_left_and_gets_back_what_is_refunded() {
        publish(new Effect.Bonus(40), new Caps(null, List.of(), 100L), null, null);

        PurchaseResponse first = buy(shop.member());
        buy(shop.member());
        PurchaseResponse last = buy(shop.member());

        assertThat(ofCategory(last).points()).isEqualTo(20);
        assertThat(ofCategory(last).cappedBy()).isEqualTo(CapKind.BUDGET);
        assertThat(buy(shop.member()).pointsEarned()).isEqualTo(BASE);

        takeBack(first);

        assertThat(buy(shop.member()).pointsEarned()).isEqualTo(BASE + 40);
        assertThat(buy(shop.member()).pointsEarned()).isEqualTo(BASE);
    }

    @Test
    void buyers_at_once_get_exactly_the_budget() throws Exception {
        publish(new Effect.Bonus(30), new Caps(null, List.of(), 100L), null, null);
        List<Callable<PurchaseResponse>> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < 12; buyer++) {
            UUID member = shop.member();
            buyers.add(() -> buy(member));
        }

        long given = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<PurchaseResponse> answer : threads.invokeAll(buyers)) {
                given += answer.get().pointsEarned() - BASE;
            }
        }

        assertThat(given).isEqualTo(100);
    }

    @Test
    void points_wait_until_the_purchase_is_confirmed_by_the_partners_client() {
        publish(new Effect.Bonus(50), null, new Waiting(0, true), null);
        UUID member = shop.member();
        PurchaseResponse bought = buy(member);
        Browser till = tills.till();
        String confirmation = "/api/v1/purchases/" + bought.purchaseId() + "/confirmation";

        assertThat(balance(member)).satisfies(before -> {
            assertThat(before.available()).isEqualTo(BASE);
            assertThat(before.pending()).isEqualTo(50);
        });
        assertThat(ofCategory(bought).reason().en()).endsWith("waiting until the purchase is confirmed");

        assertThat(tills.tillOfAnotherPartner().put(confirmation, "", "{}").status()).isEqualTo(404);
        Browser.Answer confirmed = till.put(confirmation, "", "{}");

        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(till.put(confirmation, "", "{}").status()).isEqualTo(200);
        assertThat(balance(member).available()).isEqualTo(BASE + 50);
        assertThat(balance(member).pending()).isZero();
        assertThat(confirmed.body()).doesNotContain("waiting until");
        promises(member);
    }

    @Test
    void points_that_lapse_by_inactivity_show_the_date_that_the_last_purchase_gives_them() {
        publish(new Effect.Bonus(50), null, null, new ExpiryPolicy.Inactivity(6));
        UUID member = shop.member();
        poster.post(reader.read(
                Receipts.receipt(number(), now.minus(Duration.ofDays(20)), member, new Item("Barang", category, 10_000, "1")),
                shop.till()));

        poster.post(reader.read(Receipts.receipt(number(), now, member, Item.of(10_000)), shop.till()));

        Instant expected = Receipts.date(now)
                .plusMonths(6)
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Jakarta"))
                .toInstant();
        assertThat(balance(member).lots())
                .filteredOn(lot -> lot.points() == 50)
                .singleElement()
                .satisfies(lot -> assertThat(lot.expiresAt()).contains(expected));
        promises(member);
    }

    private void publish(Effect effect, Caps caps, Waiting waiting, ExpiryPolicy expiry) {
        LocalText name = LocalText.of(category, category);
        RuleDefinition definition = new RuleDefinition(
                name, name, Trigger.PURCHASE, Conditions.categories(category), effect, 12, shop.store().partnerId(), null,
                null, caps, expiry, waiting);
        rules.publish("uji-" + ids.next(), definition, LONG_AGO, Optional.empty());
    }

    private static Caps perMember(CapPeriod period, CapUnit unit, long most) {
        return new Caps(null, List.of(new Cap(period, unit, most)), null);
    }

    private PostPurchaseRequest receipt(UUID member) {
        return Receipts.receipt(number(), now, member, new Item("Barang", category, 10_000, "1"));
    }

    private PurchaseResponse buy(UUID member) {
        return poster.post(reader.read(receipt(member), shop.till())).answer();
    }

    private ExplanationItem ofCategory(PurchaseResponse answer) {
        return answer.explanation().stream()
                .filter(item -> item.name().en().equals(category))
                .findFirst()
                .orElseThrow();
    }

    private void takeBack(PurchaseResponse purchase) {
        refunds.post(refundReader.read(
                refund(number(), now, Receipts.of(purchase.purchaseId(), null, null)), shop.till()));
    }

    private Balance balance(UUID member) {
        return points.balance(member);
    }

    private void promises(UUID... members) {
        assertThat(proof.promises(List.of(members))).allMatch(Promise::holds);
    }
}
