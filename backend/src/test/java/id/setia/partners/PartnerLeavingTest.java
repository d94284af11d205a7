package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.members.ConsentChoice;
import id.setia.members.ConsentPurpose;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import id.setia.rewards.RewardKind;
import id.setia.rewards.RewardState;
import id.setia.rewards.Rewards;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner leaves: asked for, agreed to by a second person, and carried out on its days. */
@SetiaTest
class PartnerLeavingTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    TestMembers members;

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestStaff staff;

    @Inject
    PartnerDirectory partners;

    @Inject
    PartnerDepartures departures;

    @Inject
    ApiClients clients;

    @Inject
    EarningRules rules;

    @Inject
    TestRewards rewards;

    @Inject
    Rewards catalogue;

    @Inject
    PointsLedger points;

    @Inject
    Settings settings;

    @Inject
    ProgramSettings program;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    Browser admin;
    Browser finance;
    Partner partner;
    Browser till;
    String rule;

    @BeforeEach
    void open() {
        shop.open();
        admin = staff.signedIn(Role.ADMINISTRATOR);
        finance = staff.signedIn(Role.FINANCE);
        partner = partners.createPartner(NOBODY, "pamit-" + unique(), "Kopi Pamit", false);
        Store store = partners.createStore(
                NOBODY, partner.id(), unique(), "Kopi Pamit", ZoneId.of("Asia/Jakarta"), "Jakarta");
        Terminal terminal = partners.createTerminal(NOBODY, store.id(), unique());
        IssuedClient client = clients.create(
                NOBODY, ids.next().toString(), partner.id(), Optional.of(terminal.id()), "Kasir Pamit",
                EnumSet.allOf(Scope.class));
        till = tills.browser();
        till.with("Authorization", "Bearer " + till.postForm(
                        "/api/v1/oauth/token",
                        "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret())
                .text("access_token"));
        rule = "pamit-" + unique();
        LocalText name = LocalText.of(rule, rule);
        rules.publish(
                rule,
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories("Pamit " + rule), new Effect.Bonus(5), 12,
                        partner.id()),
                LONG_AGO,
                Optional.empty());
    }

    private String unique() {
        return ids.next().toString().substring(24);
    }

    @Test
    void staff_see_what_would_end_before_they_ask() {
        Browser.Answer preview = finance.get(path() + "/preview?leavesOn=" + today().plusDays(30));

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("\"kind\":\"rule\",\"name\":\"" + rule + "\"");
        assertThat(preview.body()).contains("\"kind\":\"api_client\",\"name\":\"Kasir Pamit\"");
        assertThat(preview.body()).contains("\"kind\":\"store\"");
        assertThat(finance.get(path() + "/preview?leavesOn=soon").fieldCodes()).containsEntry("/leavesOn", "date_malformed");
    }

    @Test
    void nothing_happens_before_a_second_person_agrees() {
        Browser.Answer asked = ask(admin, today());

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.text("state")).isEqualTo("active");
        Browser.Answer again = ask(admin, today().plusDays(1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("approval_waiting");
        assertThat(again.text("detail")).contains(asked.text("approvalId"));
        String approval = "/api/v1/approvals/" + asked.text("approvalId") + "/approval";
        assertThat(admin.post(approval, "{}").text("code")).isEqualTo("own_request");
        assertThat(staff.signedIn(Role.SERVICE_AGENT).post(approval, "{}").text("code"))
                .isEqualTo("role_may_not_approve");
        departures.runDue();
        assertThat(admin.get(path()).text("state")).isEqualTo("active");

        assertThat(finance.post(approval, "{}").status()).isEqualTo(200);
        assertThat(admin.get(path()).text("state")).isEqualTo("leaving");
        assertThat(ask(admin, today()).text("code")).isEqualTo("partner_not_active");
    }

    @Test
    void purchases_after_the_day_are_taken_and_earn_nothing_while_refunds_go_on() {
        Instant before = program.current().startOf(today()).minus(Duration.ofHours(1));
        UUID member = members.joinWith(List.of(new ConsentChoice(ConsentPurpose.PARTNER_SHARING.value(), true))).id();
        long had = points.balance(member).available();
        String number = TestTills.number();
        assertThat(post(number, before, member).status()).isEqualTo(201);
        leave();

        Browser.Answer sold = post(TestTills.number(), clock.now(), member);
        Browser.Answer late = post(TestTills.number(), before, member);
        Browser.Answer refund = till.post("/api/v1/refunds", TestTills.refund(number, before, "1"));

        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        assertThat(sold.body()).contains("partner_left");
        assertThat(late.body()).doesNotContain("partner_left");
        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
        Balance balance = points.balance(member);
        assertThat(balance.available()).isEqualTo(had + 50);
    }

    @Test
    void rules_at_its_expense_end_and_its_systems_once_refunds_are_over() {
        leave();
        assertThat(rules.book().inForce(Trigger.PURCHASE, clock.now()))
                .noneMatch(version -> version.code().equals(rule));
        assertThat(rules.book().inForce(Trigger.PURCHASE, program.current().startOf(today()).minusSeconds(1)))
                .anyMatch(version -> version.code().equals(rule));
        assertThat(till.get("/api/v1/stores").status()).isEqualTo(200);
        departures.runDue();
        assertThat(admin.get(path()).text("state")).isEqualTo("leaving");
    }

    @Test
    void rewards_it_honours_are_withdrawn_on_the_day_and_not_offered_again() {
        UUID reward = rewards.publish(
                TestRewards.reward(RewardKind.PARTNER_REWARD).honouredBy(PublicId.PARTNER.format(partner.id())));
        assertThat(finance.get(path() + "/preview?leavesOn=" + today().plusDays(30)).body())
                .contains("\"kind\":\"reward\",\"name\":\"Hadiah uji\"");

        leave();

        assertThat(catalogue.published()).noneMatch(offered -> offered.id().equals(reward));
        assertThat(catalogue.offered(reward).state()).isEqualTo(RewardState.WITHDRAWN);
        Browser marketer = staff.signedIn(Role.MARKETER);
        String address = "/api/v1/rewards/" + PublicId.REWARD.format(reward);
        String tag = marketer.get(address).header("ETag");
        assertThat(marketer.put(address + "/publication", tag, "").fieldCodes())
                .containsEntry("/honouringPartnerId", "partner_ended");
    }

    @Test
    void with_no_days_for_refunds_it_ends_at_once_with_all_its_clients() {
        PartnerLeavingPolicy none = new PartnerLeavingPolicy(0);
        settings.change(PartnerLeavingPolicy.SETTING, none, policyVersion());
        try {
            leave();
        } finally {
            settings.change(PartnerLeavingPolicy.SETTING, PartnerLeavingPolicy.USUAL, policyVersion());
        }
        departures.runDue();

        Browser.Answer ended = admin.get(path());
        assertThat(ended.text("state")).isEqualTo("ended");
        assertThat(ended.text("endedAt")).isNotEmpty();
        assertThat(till.get("/api/v1/stores").status()).isEqualTo(401);
        assertThat(finance.get("/api/v1/partners/" + id() + "/final-settlement").text("code"))
                .isEqualTo("final_settlement_not_found");
    }

    private Version policyVersion() {
        return settings.read(PartnerLeavingPolicy.SETTING, PartnerLeavingPolicy.class, PartnerLeavingPolicy.USUAL)
                .version();
    }

    @Test
    void one_that_leaves_is_renamed_and_taken_back() {
        leave();
        String tag = admin.get("/api/v1/partners/" + id()).header("ETag");

        Browser.Answer renamed =
                admin.put("/api/v1/partners/" + id(), tag, "{\"name\":\"Kopi Lama\",\"state\":\"leaving\"}");
        assertThat(renamed.text("state")).isEqualTo("leaving");
        assertThat(renamed.text("leavesAt")).isNotEmpty();
        Browser.Answer back = admin.put(
                "/api/v1/partners/" + id(), renamed.header("ETag"), "{\"name\":\"Kopi Lama\",\"state\":\"active\"}");
        assertThat(back.text("state")).isEqualTo("active");
        assertThat(back.text("leavesAt")).isEmpty();
        assertThat(post(TestTills.number(), clock.now(), shop.member()).body()).doesNotContain("partner_left");
    }

    @Test
    void the_owner_stays_and_a_day_gone_by_is_refused() {
        String owner = PublicId.PARTNER.format(shop.store().partnerId());
        admin.with("Idempotency-Key", ids.next().toString());
        String body = "{\"leavesOn\":\"" + today() + "\",\"reason\":\"uji\"}";

        assertThat(admin.post("/api/v1/partners/" + owner + "/leaving", body).text("code")).isEqualTo("owner_stays");
        assertThat(ask(admin, today().minusDays(1)).fieldCodes()).containsEntry("/leavesOn", "value_out_of_range");
    }

    private void leave() {
        Browser.Answer asked = ask(admin, today());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        Browser.Answer agreed = finance.post("/api/v1/approvals/" + asked.text("approvalId") + "/approval", "{}");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        departures.runDue();
    }

    private Browser.Answer ask(Browser by, LocalDate day) {
        by.with("Idempotency-Key", ids.next().toString());
        return by.post(path(), "{\"leavesOn\":\"" + day + "\",\"reason\":\"Kontrak berakhir\"}");
    }

    private Browser.Answer post(String number, Instant at, UUID member) {
        return till.post("/api/v1/purchases", TestTills.receipt(number, at, 50_000, "{\"memberId\":\""
                + PublicId.MEMBER.format(member) + "\"}"));
    }

    private String path() {
        return "/api/v1/partners/" + id() + "/leaving";
    }

    private String id() {
        return PublicId.PARTNER.format(partner.id());
    }

    private LocalDate today() {
        return program.current().dateOf(clock.now());
    }
}
