package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.db.DatabaseAddress;
import id.setia.kernel.PublicId;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.testing.Browser;
import id.setia.testing.TestDatabase;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox in a database of its own, with its background at work. */
class SandboxTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String PASSWORD = "kopi susu gula aren";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final DatabaseAddress SERVER = TestDatabase.address();
    private static final String DATABASE = SERVER.url().replace("/setia?", "/setia_sandbox?");

    @TempDir
    private static Path home;

    private static Deployed sandbox;
    private static Browser till;

    @BeforeAll
    static void open() throws SQLException {
        try (var connection = SERVER.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_sandbox");
            statement.execute("CREATE DATABASE setia_sandbox CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        sandbox = new Deployed(StartSettings.of(
                Map.of(
                        "SETIA_SANDBOX", "1",
                        "SETIA_HOME", home.toString(),
                        "SETIA_DB_URL", DATABASE,
                        "SETIA_DB_USER", SERVER.user(),
                        "SETIA_DB_PASSWORD", SERVER.password()),
                false));
        till = till(EnumSet.allOf(Scope.class));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static Browser till(EnumSet<Scope> scopes) {
        PartnerDirectory partners = sandbox.bean(PartnerDirectory.class);
        String code = UUID.randomUUID().toString().substring(24);
        Store store = partners.createStore(NOBODY, partners.owner().id(), code, "Toko Melati", JAKARTA, "Jakarta");
        Terminal terminal = partners.createTerminal(NOBODY, store.id(), "1");
        IssuedClient client = sandbox.bean(ApiClients.class)
                .create(NOBODY, "till-" + code, partners.owner().id(), Optional.of(terminal.id()), "Kasir 1", scopes);
        return sandbox.signedIn(client);
    }

    @Test
    void a_sandbox_says_what_it_is() {
        assertThat(till.get("/api/v1/program").json().get("sandbox").getBooleanValue()).isTrue();
        assertThat(till.get("/api/v1/program").header("Setia-Sandbox")).isEqualTo("true");
        assertThat(till.get("/api/v1/purchases/nothing").header("Setia-Sandbox")).isEqualTo("true");
    }

    @Test
    void the_time_of_a_member_passes_with_all_that_falls_due_on_the_way() {
        Browser visitor = sandbox.browser();
        String member = join(visitor, "+628120000" + (1_000 + System.nanoTime() % 9_000));
        String byId = "{\"memberId\":\"" + member + "\"}";
        Instant now = now();
        Browser.Answer bought = till.post(
                "/api/v1/purchases", TestTills.receipt(TestTills.number(), now.minus(Duration.ofMinutes(1)), 9_000_000, byId));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        assertThat(visitor.put("/api/v1/members/me/pin", "*", """
                {"pin":"482913","proof":{"password":"%s"}}""".formatted(PASSWORD)).status()).isEqualTo(200);
        Browser.Answer held = till.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/holds", """
                {"member":%s,"points":500,"expiresInSeconds":3600,"proof":{"kind":"pin","code":"482913"}}""".formatted(byId));
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        assertThat(tier(visitor)).isEqualTo("red");

        move("{\"by\":\"PT2H\"}");
        assertThat(till.get("/api/v1/holds/" + held.text("holdId")).text("state")).isEqualTo("expired");

        move("{\"by\":\"P2M\"}");
        assertThat(tier(visitor)).isEqualTo("gold");
        assertThat(points(visitor)).isEqualTo(9_000 + 100);

        move("{\"by\":\"P1Y\"}");
        assertThat(tier(visitor)).isEqualTo("red");
        assertThat(points(visitor)).isZero();
        assertThat(sandbox.number("SELECT COUNT(*) FROM tier_run WHERE finished_at IS NULL")).isZero();
    }

    private static String join(Browser visitor, String phone) {
        visitor.loadPage();
        Browser.Answer begun = visitor.post("/api/v1/enrolments", """
                {"phone":"%s","password":"%s","name":"Budi","birthDate":"1990-08-17","language":"id","termsAccepted":true,
                 "consents":[]}""".formatted(phone, PASSWORD));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Browser.Answer confirmed = visitor.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation", "{\"code\":\"" + code(phone) + "\"}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        visitor.loadPage();
        return confirmed.text("memberId");
    }

    /** The code in what a sandbox kept instead of sending it. */
    private static String code(String phone) {
        for (JsonNode message : till.get("/api/v1/sandbox/messages").json().get("items").values()) {
            Matcher code = CODE.matcher(message.get("text").getStringValue());
            if (message.get("to").getStringValue().equals(phone) && code.find()) {
                return code.group();
            }
        }
        throw new AssertionError("no message to " + phone);
    }

    private static Instant now() {
        return Instant.parse(till.get("/api/v1/sandbox/clock").text("now"));
    }

    private static Browser.Answer move(String how) {
        Instant before = now();
        Browser.Answer moved = till.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/sandbox/clock-moves", how);
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        String move = "/api/v1/sandbox/clock-moves/" + moved.text("clockMoveId");
        while (!till.get(move).text("state").equals("done")) {
            Thread.onSpinWait();
        }
        assertThat(now()).isAfterOrEqualTo(Instant.parse(moved.text("to"))).isAfter(before);
        return moved;
    }

    private static String tier(Browser visitor) {
        return visitor.get("/api/v1/members/me").json().get("standing").get("tier").get("code").getStringValue();
    }

    private static long points(Browser visitor) {
        return visitor.get("/api/v1/members/me").json().get("points").get("available").getLongValue();
    }

    @Test
    void a_request_sent_again_moves_the_clock_once() {
        Browser named = till.with("Idempotency-Key", UUID.randomUUID().toString());
        Browser.Answer first = named.post("/api/v1/sandbox/clock-moves", "{\"by\":\"PT1H\"}");
        Browser.Answer again = named.post("/api/v1/sandbox/clock-moves", "{\"by\":\"PT1H\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.text("clockMoveId")).isEqualTo(first.text("clockMoveId"));
        assertThat(again.text("to")).isEqualTo(first.text("to"));
    }

    @Test
    void a_step_that_a_server_did_not_live_to_finish_is_gone_on_with() {
        Instant now = now();
        ClockMove cutShort = new ClockMove(UUID.randomUUID(), now, now.plus(Duration.ofDays(2)), false);
        sandbox.bean(ClockMoves.class).add(cutShort, now);

        sandbox.bean(PassingTime.class).goOn();

        assertThat(sandbox.bean(ClockMoves.class).find(cutShort.id()).orElseThrow().finished()).isTrue();
        assertThat(now()).isAfterOrEqualTo(cutShort.to());
        assertThat(till.get("/api/v1/sandbox/clock").json().get("move")).isNull();
    }

    @Test
    void the_clock_only_moves_forward_and_not_without_bounds() {
        refuse("{\"to\":\"2020-01-01T00:00:00Z\"}", "/to", "clock_backwards");
        refuse("{\"to\":\"2190-01-01T00:00:00Z\"}", "/to", "clock_too_far");
        refuse("{\"by\":\"P-1M\"}", "/by", "clock_backwards");
        refuse("{\"by\":\"P999999999Y\"}", "/by", "period_malformed");
        refuse("{\"by\":\"tomorrow\"}", "/by", "period_malformed");
        refuse("{}", "/to", "exactly_one_of");
        refuse("{\"by\":\"P1D\",\"to\":\"2190-01-01T00:00:00Z\"}", "/to", "only_one_of");
        Browser.Answer unnamed = till(EnumSet.allOf(Scope.class)).post("/api/v1/sandbox/clock-moves", "{\"by\":\"P1D\"}");
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.text("code")).isEqualTo("idempotency_key_missing");
    }

    private static void refuse(String how, String pointer, String code) {
        Browser.Answer refused =
                till.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/sandbox/clock-moves", how);
        assertThat(refused.status()).as(how).isEqualTo(422);
        assertThat(refused.fieldCodes()).as(how).containsEntry(pointer, code);
    }

    @Test
    void a_till_without_the_scope_may_not_move_time() {
        Browser other = till(EnumSet.of(Scope.PURCHASES_WRITE));
        Browser.Answer refused = other.post("/api/v1/sandbox/clock-moves", "{\"by\":\"P1D\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("insufficient_scope");
        assertThat(other.get("/api/v1/sandbox/clock-moves/" + PublicId.CLOCK_MOVE.format(UUID.randomUUID())).status()).isEqualTo(403);
    }

    @Test
    void what_was_kept_is_read_page_by_page() {
        for (int count = 0; count < 3; count++) {
            join(sandbox.browser(), "+628130000" + (1_000 + System.nanoTime() % 9_000));
        }
        Browser.Answer first = till.get("/api/v1/sandbox/messages?limit=2");
        assertThat(first.json().get("items").size()).isEqualTo(2);
        Browser.Answer second = till.get("/api/v1/sandbox/messages?limit=2&cursor=" + first.text("nextCursor"));
        assertThat(second.json().get("items").get(0).get("messageId").getStringValue())
                .isLessThan(first.json().get("items").get(1).get("messageId").getStringValue());
        assertThat(till.get("/api/v1/sandbox/messages?cursor=eA").status()).isEqualTo(422);
    }
}
