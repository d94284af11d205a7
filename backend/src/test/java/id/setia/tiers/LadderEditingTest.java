package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class LadderEditingTest {

    private static final String TIERS = "/api/v1/tiers";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    TestMembers members;

    @Inject
    TierLadder ladder;

    @Inject
    TierCounts counts;

    @Inject
    BusinessClock clock;

    private Browser rina;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
    }

    @AfterEach
    void put_the_ladder_back() {
        ladder.define(TestProgram.LADDER.tiers());
    }

    @Test
    void thresholds_and_names_change_and_the_history_says_who_did_it() {
        String before = rina.get(TIERS).header("ETag");

        Browser.Answer changed = change(before, tiers("0", "1500000", "3000000"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(before);
        assertThat(ladder.current().find("gold").orElseThrow().threshold()).isEqualTo(150_000_000);
        assertThat(ladder.current().find("gold").orElseThrow().name().en()).isEqualTo("Golden");
        var latest = changed.json().get("changes").get(0);
        assertThat(latest.get("changedBy").getStringValue()).isEqualTo("Rina Wijaya");
        assertThat(latest.get("tiers").get(2).get("threshold").get("amount").getStringValue()).isEqualTo("3000000");
        var earlier = changed.json().get("changes").get(1);
        assertThat(earlier.get("tiers").get(2).get("threshold").get("amount").getStringValue()).isEqualTo("2500000");
    }

    @Test
    void of_two_who_edit_the_same_ladder_the_second_is_refused() {
        String before = rina.get(TIERS).header("ETag");
        assertThat(change(before, tiers("0", "1500000", "3000000")).status()).isEqualTo(200);

        Browser.Answer second = change(before, tiers("0", "1600000", "3000000"));

        assertThat(second.status()).isEqualTo(412);
        assertThat(ladder.current().find("gold").orElseThrow().threshold()).isEqualTo(150_000_000);
    }

    @Test
    void the_lowest_tier_is_free_and_each_next_one_asks_for_more() {
        String before = rina.get(TIERS).header("ETag");

        assertThat(change(before, tiers("1", "1500000", "1500000")).fieldCodes())
                .isEqualTo(Map.of(
                        "/tiers/0/threshold/amount", "lowest_is_free",
                        "/tiers/2/threshold/amount", "not_rising"));
        assertThat(change(before, tiers("0", "1500000", "3000000").replace("priority", "gold")).fieldCodes())
                .isEqualTo(Map.of("/tiers/2/code", "code_taken"));
        assertThat(change(before, tiers("0", "1500000", "3000000").replace("priority", "Top Tier")).fieldCodes())
                .isEqualTo(Map.of("/tiers/2/code", "code_malformed"));
    }

    @Test
    void a_tier_that_is_taken_out_is_told_as_removed_and_its_name_still_reads() {
        String before = rina.get(TIERS).header("ETag");

        Browser.Answer changed = change(before, tiers("0", "1500000", "3000000").replace("gold", "silver"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        var removed = changed.json().get("removed").get(0);
        assertThat(removed.get("code").getStringValue()).isEqualTo("gold");
        assertThat(removed.get("fallsTo").getStringValue()).isEqualTo("red");
        assertThat(ladder.current().known("gold").orElseThrow().name().en()).isEqualTo("Gold");
        assertThat(ladder.current().find("gold")).isEmpty();

        Browser.Answer back = change(changed.header("ETag"), tiers("0", "1500000", "3000000"));

        assertThat(ladder.current().find("gold")).isPresent();
        assertThat(back.json().get("removed").get(0).get("code").getStringValue()).isEqualTo("silver");
    }

    @Test
    void the_policy_is_kept_with_the_ladder_and_stays_when_a_change_does_not_name_it() {
        String before = rina.get(TIERS).header("ETag");

        Browser.Answer changed = change(before, visits(policy("visits", "calendar_year", 12, true, false)));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(ladder.current().policy())
                .isEqualTo(new TierPolicy(TierMetric.VISITS, TierWindow.CALENDAR_YEAR, 12, 2, true, 1, true, false));
        assertThat(ladder.current().tiers()).extracting(Tier::threshold).containsExactly(0L, 10L, 20L);
        var gold = changed.json().get("tiers").get(1);
        assertThat(gold.get("count").getLongValue()).isEqualTo(10);
        assertThat(gold.get("threshold")).isNull();
        assertThat(changed.json().get("changes").get(1).get("policy").get("metric").getStringValue())
                .isEqualTo("average_spend");

        Browser.Answer renamed = change(changed.header("ETag"), visits("").replace("Golden", "Goldest"));

        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.json().get("policy").get("metric").getStringValue()).isEqualTo("visits");
    }

    @Test
    void what_does_not_go_together_is_refused_field_by_field() {
        String before = rina.get(TIERS).header("ETag");

        assertThat(change(before, visits(policy("average_spend", "calendar_year", 6, true, false))).fieldCodes())
                .containsAllEntriesOf(Map.of(
                        "/policy/months", "year_of_months",
                        "/policy/upgradeAtOnce", "not_of_average",
                        "/tiers/0/count", "must_be_absent",
                        "/tiers/0/threshold", "required"));
        assertThat(change(before, visits(policy("visits", "weekly", 6, false, true))).fieldCodes())
                .containsAllEntriesOf(Map.of(
                        "/policy/window", "value_unknown", "/policy/sinceJoining", "only_of_average"));
    }

    @Test
    void who_stands_where_is_counted() {
        long red = counts.at(clock.now()).getOrDefault("red", 0L);

        members.join();
        members.join();

        assertThat(counts.at(clock.now())).containsEntry("red", red + 2);
    }

    @Test
    void a_service_agent_sees_the_ladder_but_does_not_change_it() {
        Browser agent = staff.signedIn(Role.SERVICE_AGENT);

        Browser.Answer seen = agent.get(TIERS);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(agent.with("If-Match", seen.header("ETag"))
                        .send("PUT", TIERS, "application/json", tiers("0", "1", "2"))
                        .status())
                .isEqualTo(403);
    }

    private Browser.Answer change(String version, String tiers) {
        return rina.with("If-Match", version).send("PUT", TIERS, "application/json", tiers);
    }

    private static String policy(String metric, String window, int months, boolean atOnce, boolean sinceJoining) {
        return """
                ,"policy":{"metric":"%s","window":"%s","months":%d,"minimumTenure":2,"upgradeAtOnce":%b,"grace":1,\
                "softLanding":true,"sinceJoining":%b}""".formatted(metric, window, months, atOnce, sinceJoining);
    }

    private static String visits(String policy) {
        return """
                {"tiers":[
                 {"code":"red","name":{"id":"Merah","en":"Red"},"count":0},
                 {"code":"gold","name":{"id":"Emas","en":"Golden"},"count":10},
                 {"code":"priority","name":{"id":"Prioritas","en":"Priority"},"count":20}]%s}"""
                .formatted(policy);
    }

    private static String tiers(String red, String gold, String priority) {
        return """
                {"tiers":[
                 {"code":"red","name":{"id":"Merah","en":"Red"},"threshold":{"amount":"%s","currency":"IDR"}},
                 {"code":"gold","name":{"id":"Emas","en":"Golden"},"threshold":{"amount":"%s","currency":"IDR"}},
                 {"code":"priority","name":{"id":"Prioritas","en":"Priority"},"threshold":{"amount":"%s","currency":"IDR"}}]}"""
                .formatted(red, gold, priority);
    }
}
