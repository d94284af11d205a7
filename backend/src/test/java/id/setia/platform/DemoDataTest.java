package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.testing.Browser;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A demonstration in a database of its own. */
class DemoDataTest {

    private static final DatabaseAddress SERVER = TestDatabase.address();
    private static final DatabaseAddress DEMO =
            new DatabaseAddress(SERVER.url().replace("/setia?", "/setia_demo?"), SERVER.user(), SERVER.password());

    private static ApplicationContext context;

    @BeforeAll
    static void fill_a_demonstration() throws SQLException {
        try (var connection = SERVER.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_demo");
            statement.execute("CREATE DATABASE setia_demo CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        Migrations.migrate(DEMO);
        context = new TestContextBuilder()
                .properties(Application.datasource(DEMO))
                .properties(Map.of("setia.demo", "true", "setia.program.name", "Klub Nusantara"))
                .start();
        context.getBean(EmbeddedServer.class).start();
        context.getBean(DemoData.class)
                .fill(context.getBean(Founding.class).found(true).orElseThrow());
    }

    @AfterAll
    static void end() {
        context.close();
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
        assertThat(context.getBean(DemoNotice.class).lines())
                .anyMatch(line -> line.contains("demo-menteng-secret"))
                .anyMatch(line -> line.contains("sari@demo.setia.example"));
    }

    @Test
    void a_programme_is_founded_once() {
        assertThat(context.getBean(Founding.class).found(true)).isEmpty();
    }

    private static Browser browser() {
        return new Browser(context.getBean(EmbeddedServer.class), context.getBean(JsonMapper.class));
    }

    private static Browser signedIn(DemoLogin login) {
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
