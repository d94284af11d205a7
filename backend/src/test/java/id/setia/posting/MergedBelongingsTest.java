package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.Cap;
import id.setia.earning.CapPeriod;
import id.setia.earning.CapUnit;
import id.setia.earning.Caps;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.tiers.Standings;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two members have beside their points, after they have become one. */
@SetiaTest
class MergedBelongingsTest {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestRewards rewards;

    @Inject
    MemberMerger merger;

    @Inject
    RewardRedemptions redemptions;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    EarningRules rules;

    @Inject
    Standings standings;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private TestMembers.TestMember old;
    private TestMembers.TestMember kept;
    private Caller.SignedInStaff agent;

    @BeforeEach
    void two_memberships() {
        shop.open();
        old = people.join();
        kept = people.join();
        agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
    }

    @Test
    void what_either_had_of_a_capped_rule_counts() {
        String category = "Uji " + ids.next();
        LocalText name = LocalText.of(category, category);
        rules.publish(
                "uji-" + ids.next(),
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(category), new Effect.Bonus(30), 12,
                        shop.store().partnerId(), null, null,
                        new Caps(null, List.of(new Cap(CapPeriod.MONTH, CapUnit.TIMES, 3)), null), null, null),
                LONG_AGO,
                Optional.empty());
        buy(old.id(), category);
        buy(kept.id(), category);

        merge();

        assertThat(buy(old.id(), category)).isEqualTo(10 + 30);
        assertThat(buy(kept.id(), category)).isEqualTo(10);
    }

    @Test
    void vouchers_are_the_survivors_count_for_their_limits_and_can_be_taken_back_by_them() {
        UUID reward = rewards.publish(TestRewards.reward(RewardKind.VOUCHER_GENERATED).perMember(1));
        rewards.give(old.id(), 100);
        rewards.give(kept.id(), 130);
        UUID redemption = redeem(old.id(), reward);

        merge();

        Browser own = browsers.member(kept.email());
        assertThat(own.get("/api/v1/members/me/redemptions").body())
                .contains(PublicId.REDEMPTION.format(redemption), "\"voucher\":{");
        assertThatThrownBy(() -> redeem(kept.id(), reward))
                .isInstanceOfSatisfying(Problem.class, problem ->
                        assertThat(problem.code()).isEqualTo(ProblemCode.MEMBER_LIMIT_REACHED));
        redemptions.cancel(new Caller.SignedInMember(kept.id()), kept.id(), redemption);
        assertThat(points.balance(kept.id()).available()).isEqualTo(230);
        assertThat(proof.promises(List.of(old.id(), kept.id()))).allMatch(promise -> promise.holds());
    }

    @Test
    void a_tier_that_was_given_by_hand_is_held_on_to() {
        LocalDate until = TestProgram.PROGRAM.dateOf(clock.now()).plusMonths(2);
        Browser.Answer given = browsers.staff(Role.SERVICE_AGENT)
                .with("Idempotency-Key", number())
                .post(
                        "/api/v1/members/" + PublicId.MEMBER.format(old.id()) + "/tier-grants",
                        "{\"tier\":\"gold\",\"until\":\"" + until + "\",\"explanation\":\"Tamu kehormatan\"}");
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(tier()).isEqualTo("red");

        merge();

        assertThat(tier()).isEqualTo("gold");
        assertThat(browsers.member(kept.email())
                        .get("/api/v1/members/me/standings")
                        .json()
                        .get("items")
                        .get(0)
                        .get("holdsUntil")
                        .getStringValue())
                .isEqualTo(until.toString());
    }

    @Test
    void the_inbox_and_the_cases_of_both_are_read_by_the_survivor() {
        UUID notice = notice(old.id());
        Browser.Answer reported = browsers.member(old.email()).post("/api/v1/members/me/cases", """
                {"storeId":"%s","businessDate":"%s","receiptNumber":"%s","total":{"amount":"20000","currency":"IDR"},
                 "note":"Kartu tertinggal."}"""
                .formatted(
                        PublicId.STORE.format(shop.store().id()), TestProgram.PROGRAM.dateOf(clock.now()), number()));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);

        merge();

        Browser own = browsers.member(kept.email());
        assertThat(own.get("/api/v1/members/me/cases").body()).contains(reported.text("caseId"));
        assertThat(own.get("/api/v1/members/me/cases/" + reported.text("caseId")).status()).isEqualTo(200);
        assertThat(own.get("/api/v1/members/me/notices").body()).contains(PublicId.NOTICE.format(notice));
    }

    private void merge() {
        assertThat(merger.merge(agent, Optional.of(number()), new MergeOrder(old.id(), kept.id(), "uji"))
                        .correction())
                .isPresent();
    }

    private long buy(UUID member, String category) {
        return poster.post(reader.read(
                        Receipts.receipt(number(), clock.now(), member, new Item("Barang", category, 10_000, "1")),
                        shop.till()))
                .answer()
                .pointsEarned();
    }

    private UUID redeem(UUID member, UUID reward) {
        return redemptions.redeem(
                new Caller.SignedInMember(member),
                Optional.of(number()),
                new RewardRedemptions.Order(member, reward, Optional.empty()));
    }

    private UUID notice(UUID member) {
        UUID id = ids.next();
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO notice (member_id, id, source, kind, figures, happened_at, sent, seen)
                    VALUES (?, ?, ?, 'email_changed', '{}', ?, '', 0)""")) {
                insert.setBytes(1, UuidBytes.of(member));
                insert.setBytes(2, UuidBytes.of(id));
                insert.setString(3, "uji:" + id);
                insert.setObject(4, Sql.time(clock.now()));
                return insert.executeUpdate();
            }
        });
        return id;
    }

    private String tier() {
        return standings.histories(List.of(kept.id())).get(kept.id()).tierAt(clock.now()).code();
    }
}
