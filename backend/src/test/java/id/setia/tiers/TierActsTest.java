package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.earning.Judgements;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.MonthSum;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff do about tiers, what members read of them, and a tier reached at once. */
@SetiaTest
class TierActsTest {

    private static final TierPolicy VISITS_AT_ONCE =
            new TierPolicy(TierMetric.VISITS, TierWindow.CALENDAR_YEAR, 12, 0, true, 0, false, false);

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    TierLadder ladder;

    @Inject
    TierPreviews previews;

    @Inject
    Standings standings;

    @Inject
    PointsLedger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    Transactions transactions;

    @Inject
    Judgements judgements;

    private TestMembers.TestMember member;

    @BeforeEach
    void a_member_of_the_shop() {
        shop.open();
        member = members.join();
    }

    @AfterEach
    void put_the_ladder_back() {
        ladder.define(TestProgram.LADDER.tiers());
    }

    @Test
    void a_tier_reached_at_once_is_had_right_after_the_purchase_which_is_judged_by_the_tier_before() {
        ladder.define(new Ladder(
                List.of(
                        new Tier("red", 1, LocalText.of("Merah", "Red"), 0),
                        new Tier("gold", 2, LocalText.of("Emas", "Gold"), 2),
                        new Tier("priority", 3, LocalText.of("Prioritas", "Priority"), 9)),
                VISITS_AT_ONCE,
                List.of()));
        Browser till = browsers.till();

        JsonNode first = browsers.sell(till, "email", member.email(), 20_000).json().get("standing");
        JsonNode second = browsers.sell(till, "email", member.email(), 20_000).json().get("standing");
        browsers.sell(till, "email", member.email(), 20_000);

        assertThat(first.get("tier").get("code").getStringValue()).isEqualTo("red");
        assertThat(first.get("next").get("needed").get("count").getLongValue()).isEqualTo(1);
        assertThat(first.get("next").get("atOnce").getBooleanValue()).isTrue();
        assertThat(first.get("next").get("spendNeeded")).isNull();
        assertThat(first.get("next").get("text").get("en").getStringValue())
                .matches("Shop 1\u00A0more time by 31\u00A0December to reach Gold");
        assertThat(second.get("tier").get("code").getStringValue()).isEqualTo("gold");
        assertThat(second.get("reason").get("id").getStringValue()).startsWith("Anda belanja 2\u00A0kali");
        assertThat(judgedBy(member.id())).containsExactly("red", "red", "gold");
        assertThat(eventsOf(member.id())).isEqualTo(1);
    }

    @Test
    void a_tier_given_by_hand_holds_and_says_until_when_and_staff_see_who_gave_it() {
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        LocalDate until = TestProgram.PROGRAM.dateOf(clock.now()).plusMonths(2);

        Browser.Answer given = give(agent, "g-1", "gold", until);
        Browser.Answer again = give(agent, "g-1", "gold", until);

        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(given.text("state")).isEqualTo("granted");
        assertThat(again.body()).isEqualTo(given.body());
        Browser own = browsers.member(member.email());
        JsonNode standing = own.get("/api/v1/members/me/standing").json();
        assertThat(standing.get("tier").get("code").getStringValue()).isEqualTo("gold");
        assertThat(standing.get("reason").get("id").getStringValue()).startsWith("Emas diberikan sampai ");
        JsonNode seen = own.get("/api/v1/members/me/standings").json().get("items").get(0);
        assertThat(seen.get("cause").getStringValue()).isEqualTo("granted");
        assertThat(seen.get("holdsUntil").getStringValue()).isEqualTo(until.toString());
        assertThat(seen.get("explanation")).isNull();
        JsonNode forStaff = agent.get(path("standings")).json().get("items");
        assertThat(forStaff.size()).isEqualTo(2);
        assertThat(forStaff.get(0).get("explanation").getStringValue()).isEqualTo("Tamu kehormatan");
        assertThat(forStaff.get(0).get("grantedBy").getStringValue()).isEqualTo("Rina Hartono");
        assertThat(forStaff.get(1).get("cause").getStringValue()).isEqualTo("joined");
        assertThat(eventsOf(member.id())).isEqualTo(1);
    }

    @Test
    void a_tier_for_longer_than_one_may_give_alone_waits_for_an_administrator() {
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        LocalDate until = TestProgram.PROGRAM.dateOf(clock.now()).plusYears(1);

        Browser.Answer asked = give(agent, "g-2", "priority", until);

        assertThat(asked.text("state")).isEqualTo("waiting");
        assertThat(tier()).isEqualTo("red");
        String approval = "/api/v1/approvals/" + asked.text("approvalId") + "/approval";
        assertThat(agent.post(approval, "{}").status()).isEqualTo(403);
        assertThat(browsers.staff(Role.FINANCE).post(approval, "{}").status()).isEqualTo(403);
        Browser.Answer said = browsers.staff(Role.ADMINISTRATOR).post(approval, "{}");
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        assertThat(tier()).isEqualTo("priority");
        assertThat(give(agent, "g-2", "priority", until).text("state")).isEqualTo("granted");
    }

    @Test
    void what_cannot_be_given_is_refused() {
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        LocalDate today = TestProgram.PROGRAM.dateOf(clock.now());

        assertThat(give(agent, "g-3", "diamond", today.minusDays(1)).fieldCodes())
                .isEqualTo(Map.of("/tier", "value_unknown", "/until", "day_past"));
        assertThat(give(agent, "g-4", "gold", today.plusYears(11)).fieldCodes())
                .isEqualTo(Map.of("/until", "too_far_ahead"));
        Browser keyless = browsers.staff(Role.SERVICE_AGENT);
        assertThat(keyless.post(path("tier-grants"), grant("gold", today.plusDays(9))).status()).isEqualTo(400);
        assertThat(browsers.member(member.email()).post(path("tier-grants"), grant("gold", today)).status())
                .isEqualTo(403);
        Browser own = browsers.member(members.join().email());
        assertThat(own.get(path("standings")).status()).isEqualTo(404);
    }

    @Test
    void a_preview_counts_who_moves_and_changes_nothing() {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        count(month.minusMonths(1), 30_000_000);
        Browser rina = browsers.staff(Role.MARKETER);

        assertThat(previews.of(ladder.current(), false).different()).isZero();
        Browser.Answer answer = rina.post("/api/v1/tiers/previews", """
                {"tiers":[
                 {"code":"red","name":{"id":"Merah","en":"Red"},"threshold":{"amount":"0","currency":"IDR"}},
                 {"code":"gold","name":{"id":"Emas","en":"Gold"},"threshold":{"amount":"50000","currency":"IDR"}}]}""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("different").getLongValue()).isPositive();
        assertThat(answer.json().get("examples").size()).isPositive();
        assertThat(tier()).isEqualTo("red");
        assertThat(ladder.current().tiers()).hasSize(3);
    }

    @Test
    void who_rises_at_the_next_run_is_listed_page_by_page_and_as_csv() {
        count(TestProgram.PROGRAM.monthOf(clock.now()), 700_000_000);
        Browser rina = browsers.staff(Role.MARKETER);
        String id = PublicId.MEMBER.format(member.id());

        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = rina.get("/api/v1/tiers/forecast?direction=up&limit=200" + cursor).json();
            page.get("items").values().forEach(item -> found.add(
                    item.get("memberId").getStringValue() + " " + item.get("from").getStringValue() + " "
                            + item.get("to").getStringValue()));
            cursor = page.get("nextCursor") == null ? "" : "&cursor=" + page.get("nextCursor").getStringValue();
        } while (!cursor.isEmpty());

        assertThat(found).contains(id + " red gold");
        assertThat(rina.get("/api/v1/tiers/forecast.csv?direction=up").body()).contains(id + ",red,gold,up\r\n");
        assertThat(rina.get("/api/v1/tiers/forecast.csv?direction=down").body()).doesNotContain(id);
        assertThat(rina.get("/api/v1/tiers/forecast?direction=sideways").fieldCodes())
                .isEqualTo(Map.of("/direction", "value_unknown"));
        assertThat(rina.get("/api/v1/tiers/forecast?cursor=xx").fieldCodes())
                .isEqualTo(Map.of("/cursor", "cursor_unknown"));
    }

    @Test
    void a_run_that_never_was_is_not_found() {
        Browser rina = browsers.staff(Role.MARKETER);

        assertThat(rina.get("/api/v1/tiers/runs").status()).isEqualTo(200);
        assertThat(rina.get("/api/v1/tiers/runs/1999-01").status()).isEqualTo(404);
        assertThat(rina.get("/api/v1/tiers/runs/soon/moves").status()).isEqualTo(404);
    }

    private Browser.Answer give(Browser agent, String key, String tier, LocalDate until) {
        return agent.with("Idempotency-Key", key).post(path("tier-grants"), grant(tier, until));
    }

    private String path(String what) {
        return "/api/v1/members/" + PublicId.MEMBER.format(member.id()) + "/" + what;
    }

    private static String grant(String tier, LocalDate until) {
        return "{\"tier\":\"%s\",\"until\":\"%s\",\"explanation\":\"Tamu kehormatan\"}".formatted(tier, until);
    }

    private String tier() {
        return standings.histories(List.of(member.id())).get(member.id()).tierAt(clock.now()).code();
    }

    private void count(YearMonth month, long spend) {
        ledger.post(session -> {
            session.lock(Set.of(member.id()));
            session.member(member.id()).count(month, new MonthSum(spend, 1, 0), clock.now());
            return null;
        });
    }

    private List<String> judgedBy(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT judgement
                    FROM ledger_transaction
                    WHERE member_id = ? AND kind = 'purchase'
                    ORDER BY recorded_at""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                List<String> tiers = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        tiers.add(judgements.read(row.getString("judgement")).tier());
                    }
                }
                return tiers;
            }
        });
    }

    private int eventsOf(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COUNT(*) AS events
                    FROM outbox
                    WHERE member_id = ? AND type = 'tier.changed'""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt("events");
                }
            }
        });
    }
}
