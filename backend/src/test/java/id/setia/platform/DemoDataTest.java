package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a demonstration is filled with. */
@ExtendWith(Demonstration.Provided.class)
class DemoDataTest {

    private final Demonstration demonstration;

    DemoDataTest(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Test
    void the_programme_tells_how_to_earn_and_who_may_try() {
        JsonNode program = browser().get("/api/v1/program").json();

        assertThat(program.get("name").getStringValue()).isEqualTo("Klub Nusantara");
        assertThat(program.get("joinBonus").getIntValue()).isEqualTo(100);
        assertThat(texts(program.get("tiers"), "code")).containsExactly("red", "gold", "priority");
        assertThat(english(program.get("earning"), "name"))
                .containsExactlyInAnyOrder(
                        "Points for shopping", "Fruit and vegetables 2×", "Bonus for a large receipt", "Bonus for joining");
        assertThat(texts(program.get("demoLogins"), "kind")).containsExactly("member", "staff", "staff");
    }

    @Test
    void sari_signs_in_and_sees_a_life_of_points() {
        Browser sari = signedIn(DemoLogins.MEMBER);

        JsonNode member = sari.get("/api/v1/members/me").json();
        assertThat(member.get("name").getStringValue()).isEqualTo("Sari Wulandari");
        assertThat(member.get("points").get("available").getLongValue()).isGreaterThan(5_000);
        assertThat(member.get("points").get("nextExpiry")).isNotNull();
        assertThat(member.get("standing").get("tier").get("code").getStringValue()).isEqualTo("gold");
        assertThat(english(member.get("offers"), "name"))
                .containsExactlyInAnyOrder("Birthday gift", "Double points every Sunday");
        assertThat(texts(sari.get("/api/v1/members/me/activity?limit=100").json().get("items"), "kind"))
                .contains("purchase");
    }

    @Test
    void sari_can_take_rewards_for_her_points() {
        JsonNode rewards = signedIn(DemoLogins.MEMBER).get("/api/v1/members/me/rewards").json().get("items");

        assertThat(english(rewards, "name"))
                .containsExactly("A lunch for a child in a home", "A free milk coffee", "Rp15,000 off", "A canvas shopping bag");
        assertThat(rewards.get(3).get("available").getBooleanValue()).isTrue();
    }

    @Test
    void every_promise_of_the_ledger_holds() {
        Browser.Answer proof = signedIn(DemoLogins.STAFF).get("/api/v1/ledger/proof");

        assertThat(proof.json().get("holds").getBooleanValue()).as(proof.body()).isTrue();
        assertThat(proof.json().get("totals").get(0).get("issued").getLongValue()).isGreaterThan(100_000);
    }

    @Test
    void a_till_gets_a_token_for_the_credentials_of_the_banner() {
        Browser.Answer token = browser().postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=demo-menteng&client_secret=demo-menteng-secret");

        assertThat(token.status()).isEqualTo(200);
        assertThat(demonstration.bean(DemoNotice.class).lines())
                .anyMatch(line -> line.contains("demo-menteng-secret"))
                .anyMatch(line -> line.contains("sari@demo.setia.example"));
    }

    @Test
    void the_web_shop_of_the_banner_may_do_what_partners_systems_may() {
        Browser.Answer token = browser().postForm(
                "/api/v1/oauth/token", "grant_type=client_credentials&client_id=demo-online&client_secret=demo-online-secret");

        assertThat(token.status()).as(token.body()).isEqualTo(200);
        assertThat(token.json().get("scope").getStringValue().split(" "))
                .contains("purchases:write", "members:write", "members:read", "webhooks:write", "events:read", "imports:write")
                .doesNotContain("ledger:read");
        assertThat(demonstration.bean(DemoNotice.class).lines()).anyMatch(line -> line.contains("demo-online-secret"));
    }

    @Test
    void a_programme_is_founded_once() {
        assertThat(demonstration.bean(Founding.class).found(true)).isEmpty();
    }

    private Browser browser() {
        return demonstration.browser();
    }

    private Browser signedIn(DemoLogin login) {
        Browser browser = browser();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"" + login.kind() + "\",\"email\":\"" + login.email() + "\",\"password\":\"" + login.password() + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser;
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.values().forEach(item -> texts.add(item.get(field).getStringValue()));
        return texts;
    }

    private static List<String> english(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.values().forEach(item -> texts.add(item.get(field).get("en").getStringValue()));
        return texts;
    }
}
