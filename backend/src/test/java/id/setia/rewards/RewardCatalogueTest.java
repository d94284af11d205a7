package id.setia.rewards;

import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff write rewards over HTTP, and members see what they can have and why not. */
@SetiaTest
class RewardCatalogueTest {

    private static final String REWARDS = "/api/v1/rewards";

    @Inject
    TestShop shop;

    @Inject
    TestRewards rewards;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestTills tills;

    @Inject
    BusinessClock clock;

    private Browser rina;
    private Browser budi;
    private UUID budisId;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = browsers.staff(Role.MARKETER);
        TestMembers.TestMember member = people.join();
        budi = browsers.member(member.email());
        budisId = member.id();
    }

    @Test
    void a_draft_is_nobodys_a_published_reward_is_seen_at_once_and_a_withdrawn_one_is_gone() {
        Browser.Answer draft = rina.post(REWARDS, discount("1500", "\"amount\":{\"amount\":\"15000\",\"currency\":\"IDR\"}", ",\"perPeriod\":0"));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(draft.text("state")).isEqualTo("draft");
        String id = draft.text("rewardId");
        assertThat(mine()).doesNotContain(id);
        assertThat(budi.get("/api/v1/members/me/rewards/" + id).text("code")).isEqualTo("reward_not_found");

        Browser.Answer published = act(id, "/publication", draft.header("ETag"));
        assertThat(published.text("state")).as(published.body()).isEqualTo("published");
        assertThat(mine()).contains(id);
        assertThat(tills.till().get(REWARDS).body()).contains(id);
        assertThat(tills.tillOfAnotherPartner().get(REWARDS).body()).doesNotContain(id);

        Browser.Answer withdrawn = act(id, "/withdrawal", published.header("ETag"));
        assertThat(withdrawn.text("state")).isEqualTo("withdrawn");
        assertThat(mine()).doesNotContain(id);
        assertThat(reasons(budi.get("/api/v1/members/me/rewards/" + id).json())).contains("withdrawn");
        assertThat(tills.till().get(REWARDS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_published_reward_changes_from_the_version_that_was_read_but_keeps_its_kind() {
        Browser.Answer draft = rina.post(REWARDS, donation(100, ""));
        String id = draft.text("rewardId");
        Browser.Answer published = act(id, "/publication", draft.header("ETag"));

        assertThat(rina.put(REWARDS + "/" + id, "", donation(90, "")).status()).isEqualTo(428);
        assertThat(rina.put(REWARDS + "/" + id, draft.header("ETag"), donation(90, "")).text("code")).isEqualTo("changed_meanwhile");
        Browser.Answer changed = rina.put(REWARDS + "/" + id, published.header("ETag"), donation(90, ",\"stock\":3"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("points").getLongValue()).isEqualTo(90);
        assertThat(changed.json().get("left").getLongValue()).isEqualTo(3);
        assertThat(rina.put(REWARDS + "/" + id, changed.header("ETag"), donation(90, "").replace("donation", "product"))
                        .fieldCodes())
                .isEqualTo(Map.of("/kind", "differs"));
        Browser.Answer kept = rina.with("If-Match", changed.header("ETag")).delete(REWARDS + "/" + id);
        assertThat(kept.text("code")).isEqualTo("reward_not_draft");
        assertThat(browsers.staff(Role.SERVICE_AGENT).post(REWARDS, donation(1, "")).status()).isEqualTo(403);
    }

    @Test
    void a_draft_can_be_thrown_away() {
        Browser.Answer draft = rina.post(REWARDS, donation(100, ""));

        assertThat(rina.with("If-Match", draft.header("ETag")).delete(REWARDS + "/" + draft.text("rewardId")).status())
                .isEqualTo(204);
        assertThat(rina.get(REWARDS + "/" + draft.text("rewardId")).status()).isEqualTo(404);
    }

    @Test
    void everything_wrong_with_a_reward_is_told_at_its_place() {
        String wrong = discount("10", "\"percent\":\"120\",\"from\":{\"amount\":\"-1\",\"currency\":\"IDR\"}", """
                ,"tiers":["platinum"],"perPeriod":2,"startsAt":"2027-02-01T00:00:00Z","endsAt":"2027-01-01T00:00:00Z",
                "validUntil":"2020-01-01T00:00:00Z","honouringPartnerId":"par_none"\
                """).replace("\"id\":\"Hadiah\"", "\"id\":\" \"");

        assertThat(rina.post(REWARDS, wrong).fieldCodes())
                .isEqualTo(Map.of(
                        "/name/id", "required",
                        "/discount/percent", "too_large",
                        "/discount/from/amount", "must_be_positive",
                        "/period", "required",
                        "/tiers/0", "value_unknown",
                        "/honouringPartnerId", "partner_unknown",
                        "/endsAt", "end_before_start",
                        "/validUntil", "end_before_start"));
        assertThat(rina.post(REWARDS, donation(10, ",\"validDays\":3,\"discount\":{\"percent\":\"5\"}")).fieldCodes())
                .isEqualTo(Map.of("/validDays", "must_be_absent", "/discount", "must_be_absent"));
        assertThat(rina.post(REWARDS, donation(10, "").replace("donation", "partner_reward")).fieldCodes())
                .isEqualTo(Map.of("/honouringPartnerId", "other_partner_needed"));
    }

    @Test
    void every_reason_why_not_is_told_in_both_languages() {
        Instant now = clock.now();
        rewards.give(budisId, 80);
        assertThat(reasons(of(rewards.publish(reward(RewardKind.DONATION).points(80))))).isEmpty();
        JsonNode dear = of(rewards.publish(reward(RewardKind.DONATION).points(200)));
        assertThat(reasons(dear)).containsExactly("points_short");
        assertThat(dear.get("unavailable").get(0).get("missingPoints").getLongValue()).isEqualTo(120);
        assertThat(sentence(dear, "id")).isEqualTo("120 poin lagi");
        assertThat(sentence(dear, "en")).isEqualTo("120 more points needed");
        JsonNode soon = of(rewards.publish(reward(RewardKind.DONATION).points(1).from(now.plus(Duration.ofDays(3)))));
        assertThat(reasons(soon)).containsExactly("not_yet");
        assertThat(soon.get("unavailable").get(0).get("availableFrom").getStringValue()).isNotEmpty();
        JsonNode several = of(rewards.publish(reward(RewardKind.DONATION).tiers("gold", "priority").stock(0)));
        assertThat(reasons(several)).containsExactly("tier_required", "sold_out", "points_short");
        assertThat(sentence(several, "en")).contains("members only");
        assertThat(reasons(of(rewards.publish(reward(RewardKind.VOUCHER_POOL).points(1))))).containsExactly("sold_out");
    }

    @Test
    void what_a_member_can_have_comes_first() {
        rewards.give(budisId, 50);
        String dear = PublicId.REWARD.format(rewards.publish(reward(RewardKind.DONATION).points(49)));
        String farther = PublicId.REWARD.format(rewards.publish(reward(RewardKind.DONATION).points(51)));

        assertThat(mine().indexOf(dear)).isLessThan(mine().indexOf(farther));
    }

    private String mine() {
        return budi.get("/api/v1/members/me/rewards").body();
    }

    private JsonNode of(UUID reward) {
        return budi.get("/api/v1/members/me/rewards/" + PublicId.REWARD.format(reward)).json();
    }

    private static List<String> reasons(JsonNode reward) {
        List<String> reasons = new ArrayList<>();
        reward.get("unavailable").values().forEach(reason -> reasons.add(reason.get("reason").getStringValue()));
        assertThat(reward.get("available").getBooleanValue()).isEqualTo(reasons.isEmpty());
        return reasons;
    }

    private static String sentence(JsonNode reward, String language) {
        return reward.get("unavailable").get(0).get("sentence").get(language).getStringValue().replace('\u00a0', ' ');
    }

    private Browser.Answer act(String id, String act, String tag) {
        rina.with("If-Match", tag);
        try {
            return rina.send("PUT", REWARDS + "/" + id + act, "", "");
        } finally {
            rina.with("If-Match", "");
        }
    }

    private static String discount(String points, String terms, String more) {
        return """
                {"kind":"till_discount","name":{"id":"Hadiah","en":"Reward"},"description":{"id":"Potongan","en":"Discount"},
                 "points":%s,"discount":{%s},"perMember":0%s}"""
                .formatted(points, terms, more);
    }

    private static String donation(long points, String more) {
        return """
                {"kind":"donation","name":{"id":"Donasi","en":"Donation"},"description":{"id":"Untuk panti","en":"For a home"},
                 "points":%d,"perMember":0,"perPeriod":0%s}"""
                .formatted(points, more);
    }
}
