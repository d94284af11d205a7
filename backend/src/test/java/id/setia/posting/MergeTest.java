package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MemberMerges;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.points.Balance;
import id.setia.points.Grant;
import id.setia.points.LedgerProof;
import id.setia.points.MonthSum;
import id.setia.points.PastBalances;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Promise;
import id.setia.points.Source;
import id.setia.points.Statements;
import id.setia.points.TimeKind;
import id.setia.points.TransactionKind;
import id.setia.posting.Receipts.Item;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchases;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.tiers.Standings;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two memberships of one person become one. */
@SetiaTest
class MergeTest {

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    TestStaff staff;

    @Inject
    StaffAccounts accounts;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    RefundPoster refunds;

    @Inject
    Attachments attachments;

    @Inject
    Standings standings;

    @Inject
    MemberMerger merger;

    @Inject
    MemberMerges merges;

    @Inject
    MemberRegistry members;

    @Inject
    Purchases purchases;

    @Inject
    Approvals approvals;

    @Inject
    PointsLedger points;

    @Inject
    PastBalances pastBalances;

    @Inject
    Statements statements;

    @Inject
    ProgramSettings program;

    @Inject
    Transactions transactions;

    @Inject
    LedgerProof proof;

    @Inject
    Proof wholeProof;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Instant now;
    private Caller.SignedInStaff agent;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
        agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
    }

    @Test
    void everything_comes_over_and_both_ids_stand_for_one_member() {
        UUID old = shop.member();
        UUID kept = shop.member();
        post(receipt(number(), now, old, Item.of(80_000), Item.fresh(20_000)));
        post(receipt(number(), now, kept, Item.of(30_000)));

        Correction merged = merge(old, kept);

        assertThat(merged.points()).isEqualTo(120);
        assertThat(points.balance(kept)).isEqualTo(points.balance(old));
        assertThat(points.balance(kept).available()).isEqualTo(150);
        assertThat(sum(kept)).isEqualTo(new MonthSum(13_000_000, 2, 150));
        assertThat(points.monthSums(old)).extracting(sums -> sums.in(month())).isEqualTo(MonthSum.NOTHING);
        assertThat(members.members(List.of(old)).get(old).id()).isEqualTo(kept);
        assertThat(purchases.ofMember(merges.family(kept), Optional.empty(), 10).items()).hasSize(2);
        promises(old);
        promises(kept);
        assertThat(wholeProof.now().promises()).allMatch(Promise::holds);
    }

    @Test
    void the_past_of_the_merged_one_is_their_own_until_they_were_merged() {
        UUID old = shop.member();
        UUID kept = shop.member();
        UUID last = shop.member();
        post(receipt(number(), now, old, Item.of(80_000)));
        post(receipt(number(), now, kept, Item.of(30_000)));
        Instant before = recorded(old).isAfter(recorded(kept)) ? recorded(old) : recorded(kept);
        merge(old, kept);
        Instant between = recorded(kept);
        merge(kept, last);
        Browser reader = staff.signedIn(Role.SERVICE_AGENT);
        String path = "/api/v1/members/" + PublicId.MEMBER.format(old);

        assertThat(pastBalances.at(old, before, TimeKind.RECORD).available()).isEqualTo(80);
        assertThat(pastBalances.at(old, between, TimeKind.RECORD).available()).isEqualTo(110);
        assertThat(pastBalances.at(old, recorded(last), TimeKind.RECORD).available()).isEqualTo(110);
        assertThat(pastBalances.at(old, now, TimeKind.BUSINESS).available()).isEqualTo(80);
        assertThat(reader.get(path + "/points?by=record&asOf=" + before).body()).contains("\"available\":80");
        Browser.Answer activity = reader.get(path + "/activity?by=record&asOf=" + before);
        assertThat(activity.json().get("items").size()).as(activity.body()).isEqualTo(1);
        Browser.Answer statement = reader.get(path + "/statements/" + program.current().monthOf(before));
        assertThat(statement.text("memberId")).isEqualTo(PublicId.MEMBER.format(old));
        assertThat(statement.json().get("received").getLongValue()).isEqualTo(80);
        assertThat(statement.json().get("closingBalance").getLongValue()).isZero();
    }

    private Instant recorded(UUID member) {
        return statements.page(member, Optional.empty(), 1).items().getFirst().recordedAt();
    }

    @Test
    void freezing_and_merging_the_same_member_at_once_never_wait_for_each_other() throws Exception {
        for (int round = 0; round < 15; round++) {
            UUID old = shop.member();
            UUID kept = shop.member();
            give(old, 10);
            give(kept, 20);
            AtomicInteger tries = new AtomicInteger();
            List<Callable<Object>> acts = List.of(() -> merge(old, kept), () -> freezing(kept, tries));

            AtOnce.run(acts);

            assertThat(tries).as("deadlocks").hasValue(1);
            assertThat(points.balance(kept).available()).isEqualTo(30);
        }
    }

    /** Locks what freezing locks, in its order, and would have to start over after a deadlock. */
    private Object freezing(UUID member, AtomicInteger tries) {
        return transactions.write(connection -> {
            tries.incrementAndGet();
            try (PreparedStatement row = connection.prepareStatement("SELECT state FROM member WHERE id = ? FOR UPDATE")) {
                row.setBytes(1, UuidBytes.of(member));
                row.executeQuery().close();
            }
            return points.post(session -> {
                session.lock(Set.of(member), Set.of(member), List.of());
                return session.member(member).available();
            });
        });
    }

    @Test
    void what_either_owes_is_paid_at_once_from_what_both_have() {
        UUID old = shop.member();
        UUID kept = shop.member();
        owing(old, 70);
        owing(kept, 20);
        give(kept, 30);
        assertThat(points.balance(kept)).extracting(Balance::available, Balance::debt).containsExactly(10L, 0L);

        merge(old, kept);

        assertThat(points.balance(kept)).extracting(Balance::available, Balance::debt).containsExactly(0L, -60L);
        give(old, 100);
        assertThat(points.balance(kept)).extracting(Balance::available, Balance::debt).containsExactly(40L, 0L);
        promises(kept);
    }

    @Test
    void refunds_of_the_merged_ones_purchases_take_from_the_survivor_and_first_what_lapsed() {
        UUID old = shop.member();
        UUID kept = shop.member();
        PurchaseResponse first = post(receipt(number(), now, old, Item.of(50_000)));
        PurchaseResponse recent = post(receipt(number(), now, old, Item.of(60_000)));
        forfeit(old);

        merge(old, kept);
        post(receipt(number(), now, kept, Item.of(10_000)));
        RefundResponse back = takeBack(refund(number(), now, Receipts.of(recent.purchaseId(), 1, null)));

        assertThat(back.pointsTakenBack()).isEqualTo(60);
        assertThat(points.balance(kept)).extracting(Balance::available, Balance::debt).containsExactly(10L, 0L);
        takeBack(refund(number(), now, Receipts.of(first.purchaseId(), 1, null)));
        promises(kept);
        assertThat(sum(kept)).isEqualTo(new MonthSum(1_000_000, 3, 10));
        assertThat(wholeProof.now().promises()).allMatch(Promise::holds);
    }

    @Test
    void a_tier_that_a_refund_has_undermined_is_kept_until_the_next_run_also_through_a_merge() {
        UUID old = shop.member();
        UUID kept = shop.member();
        PurchaseResponse bought = post(receipt(number(), now.minus(Duration.ofDays(45)), null, Item.of(7_000_000)));
        attachments.attach(
                agent,
                PublicId.PURCHASE.parse(bought.purchaseId()).orElseThrow(),
                MemberReference.memberId(old),
                Optional.of("uji"));
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));
        assertThat(tier(old)).isEqualTo("gold");

        merge(old, kept);

        assertThat(tier(kept)).isEqualTo("gold");
        assertThat(standings.view(kept, points.monthSums(kept), clock.now()).reason().en())
                .isEqualTo("Gold came from your other membership, which was merged into this one.");
    }

    @Test
    void merges_of_merges_end_at_the_last_and_purchases_by_any_of_the_ids_are_theirs() {
        UUID first = shop.member();
        UUID second = shop.member();
        UUID third = shop.member();
        post(receipt(number(), now, first, Item.of(10_000)));
        merge(first, second);
        merge(second, third);

        PurchaseResponse bought = post(receipt(number(), now, first, Item.of(20_000)));

        assertThat(bought.memberId()).isEqualTo(PublicId.MEMBER.format(third));
        assertThat(points.balance(first).available()).isEqualTo(30);
        assertThat(points.balance(third).available()).isEqualTo(30);
        assertThat(merges.family(third)).containsExactlyInAnyOrder(first, second, third);
        promises(first, second, third);
    }

    @Test
    void contacts_are_the_survivors_from_then_on_and_what_the_survivor_shows_first_stays() {
        TestMembers.TestMember old = people.join();
        TestMembers.TestMember kept = people.join();

        merge(old.id(), kept.id());

        MemberReference address = MemberReference.email(old.email());
        assertThat(members.find(List.of(address)).get(address).id()).isEqualTo(kept.id());
        assertThat(members.profile(old.id()).orElseThrow().id()).isEqualTo(kept.id());
        assertThat(members.profile(kept.id()).orElseThrow().email()).contains(kept.email());
    }

    @Test
    void purchases_posted_while_their_member_is_being_merged_are_all_the_survivors() throws Exception {
        UUID old = shop.member();
        UUID kept = shop.member();
        int many = 40;
        List<Future<PurchaseResponse>> posting = new ArrayList<>();
        try (ExecutorService tills = Executors.newFixedThreadPool(4)) {
            for (int sale = 0; sale < many; sale++) {
                UUID member = sale % 4 == 0 ? kept : old;
                posting.add(tills.submit(() -> post(receipt(number(), now, member, Item.of(10_000)))));
            }
            posting.getFirst().get();
            merge(old, kept);
        }
        for (Future<PurchaseResponse> posted : posting) {
            assertThat(posted.get().pointsEarned()).isEqualTo(10);
        }

        assertThat(points.balance(kept)).extracting(Balance::available, Balance::debt).containsExactly(10L * many, 0L);
        assertThat(sum(kept)).isEqualTo(new MonthSum(1_000_000L * many, many, 10L * many));
        assertThat(purchases.ofMember(merges.family(kept), Optional.empty(), 100).items()).hasSize(many);
        promises(kept);
    }

    @Test
    void merging_again_under_the_same_key_has_one_effect_and_merging_one_with_themselves_is_refused() {
        UUID old = shop.member();
        UUID kept = shop.member();
        Optional<String> key = key();
        MergeOrder order = new MergeOrder(old, kept, "uji");
        Correction made = merger.merge(agent, key, order).correction().orElseThrow();

        assertThat(merger.merge(agent, key, order).correction()).contains(made);

        refused(ProblemCode.VALIDATION_FAILED, () -> merger.merge(agent, key(), order));
        refused(ProblemCode.VALIDATION_FAILED, () -> merger.merge(agent, key(), new MergeOrder(kept, kept, "uji")));
        refused(ProblemCode.IDEMPOTENCY_KEY_MISSING, () -> merger.merge(agent, Optional.empty(), order));
    }

    @Test
    void a_claimed_membership_does_not_end_in_one_that_nobody_claimed() {
        UUID unclaimed = shop.unclaimedMember();
        UUID claimed = shop.member();

        refused(
                ProblemCode.MERGE_INTO_UNCLAIMED,
                () -> merger.merge(agent, key(), new MergeOrder(claimed, unclaimed, "uji")));
        merge(unclaimed, claimed);

        assertThat(members.members(List.of(unclaimed)).get(unclaimed).state()).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void nobody_merges_their_own_membership_also_by_an_id_that_was_merged_into_it() {
        TestMembers.TestMember self = people.join();
        Caller.SignedInStaff herself = new Caller.SignedInStaff(
                accounts.create(
                        new Caller.Stranger(), self.email(), "Budi", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT)),
                Set.of(Role.SERVICE_AGENT));
        UUID old = shop.member();
        UUID other = shop.member();

        refused(ProblemCode.OWN_MEMBERSHIP, () -> merger.merge(herself, key(), new MergeOrder(other, self.id(), "uji")));
        merge(old, self.id());
        refused(ProblemCode.OWN_MEMBERSHIP, () -> merger.preview(herself, new MergeOrder(old, other, "uji")));
    }

    @Test
    void with_many_points_nothing_happens_until_a_second_person_says_yes() {
        UUID old = shop.member();
        UUID kept = shop.member();
        post(receipt(number(), now, old, Item.of(2_000_000)));
        Caller.SignedInStaff finance = new Caller.SignedInStaff(ids.next(), Set.of(Role.FINANCE));

        MemberMerger.Made made = merger.merge(agent, key(), new MergeOrder(old, kept, "uji"));

        assertThat(made.correction()).isEmpty();
        assertThat(points.balance(kept).available()).isZero();
        UUID request = made.approval().orElseThrow().id();
        refused(ProblemCode.APPROVAL_WAITING, () -> merger.merge(agent, key(), new MergeOrder(old, kept, "lagi")));
        refused(ProblemCode.APPROVAL_WAITING, () -> merger.merge(agent, key(), new MergeOrder(kept, old, "balik")));
        LocalText asked = merger.summary(made.approval().orElseThrow()).title();
        refused(ProblemCode.OWN_REQUEST, () -> approvals.approve(agent, request, ""));
        approvals.approve(finance, request, "");
        assertThat(points.balance(kept).available()).isEqualTo(2_000);
        assertThat(merger.summary(made.approval().orElseThrow()).title()).isEqualTo(asked);
        promises(kept);
    }

    @Test
    void a_preview_over_http_tells_what_then_happens_and_changes_nothing() {
        UUID old = shop.member();
        UUID kept = shop.member();
        post(receipt(number(), now, old, Item.of(90_000)));
        Browser browser = staff.signedIn(Role.SERVICE_AGENT);
        String path = "/api/v1/members/" + PublicId.MEMBER.format(kept);
        String body = "{\"mergedMemberId\":\"" + PublicId.MEMBER.format(old) + "\",\"explanation\":\"Satu orang\"}";

        Browser.Answer preview = browser.post(path + "/merge-previews", body);

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("\"undoable\":false", "\"needsApproval\":false");
        assertThat(points.balance(kept).available()).isZero();
        Browser.Answer done = browser.with("Idempotency-Key", number()).post(path + "/merges", body);
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.text("state")).isEqualTo("merged");
        assertThat(points.balance(kept).available()).isEqualTo(90);
        Browser.Answer seen = browser.get("/api/v1/members/" + PublicId.MEMBER.format(old));
        assertThat(seen.text("memberId")).isEqualTo(PublicId.MEMBER.format(kept));
    }

    private Correction merge(UUID old, UUID kept) {
        return merger.merge(agent, key(), new MergeOrder(old, kept, "uji")).correction().orElseThrow();
    }

    private void forfeit(UUID member) {
        points.post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            return session.member(member)
                    .forfeit(new Posting(
                            "uji:" + ids.next(), TransactionKind.EXPIRY, new Source("uji", ids.next()), session.now(),
                            "{}"));
        });
    }

    private void owing(UUID member, long many) {
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(many * 1_000)));
        points.spend(member, many, shop.store().partnerId(), number(), ids.next());
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));
        assertThat(points.balance(member).debt()).isEqualTo(-many);
    }

    private void give(UUID member, long many) {
        points.post(session -> {
            session.lock(List.of(member));
            return session.member(member)
                    .add(
                            new Posting(
                                    "uji:" + ids.next(), TransactionKind.ADJUSTMENT, new Source("uji", ids.next()),
                                    session.now(), "{}"),
                            new Grant(many, shop.store().partnerId(), Optional.empty(), Optional.empty()));
        });
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer();
    }

    private RefundResponse takeBack(PostRefundRequest request) {
        return refunds.post(refundReader.read(request, shop.till())).answer();
    }

    private MonthSum sum(UUID member) {
        return points.monthSums(member).in(month());
    }

    private String tier(UUID member) {
        return standings.histories(List.of(member)).get(member).tierAt(clock.now()).code();
    }

    private YearMonth month() {
        return YearMonth.from(now.atZone(ZoneId.of("Asia/Jakarta")));
    }

    private static Optional<String> key() {
        return Optional.of(number());
    }

    private void promises(UUID... some) {
        assertThat(proof.promises(List.of(some))).allMatch(Promise::holds);
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
