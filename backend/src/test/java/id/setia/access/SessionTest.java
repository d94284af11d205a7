package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class SessionTest {

    private static final String COOKIE = SessionCookies.NAME;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    TestMembers members;

    @Inject
    StaffAccounts staff;

    @Inject
    Sessions sessions;

    @Inject
    Transactions transactions;

    @Inject
    Attempts attempts;

    @Inject
    Vault vault;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    Browser browser;
    TestMembers.TestMember budi;

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(server, mapper);
        budi = members.join();
    }

    @Test
    void nobody_is_signed_in_at_first() {
        Browser.Answer session = browser.get("/api/v1/session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("kind")).isEqualTo("none");
        assertThat(session.json().get("roles").isArray()).isTrue();
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void a_member_signs_in_and_out() {
        Browser.Answer signedIn = signIn("member", budi.email(), TestMembers.PASSWORD);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.text("memberId")).isEqualTo(PublicId.MEMBER.format(budi.id()));
        assertThat(browser.get("/api/v1/access-trials/member").status()).isEqualTo(200);

        browser.with("X-CSRF-Token", signedIn.text("csrfToken"));
        String token = browser.cookie(COOKIE);
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(browser.setCookie(COOKIE, token).get("/api/v1/access-trials/member").status()).isEqualTo(401);
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_plain_http() {
        Browser.Answer signedIn = signIn("member", budi.email(), TestMembers.PASSWORD);

        assertThat(signedIn.header("Set-Cookie"))
                .startsWith("__Host-setia=")
                .containsIgnoringCase("HttpOnly")
                .contains("Secure", "SameSite=Lax", "Path=/", "Max-Age=2592000")
                .doesNotContain("Domain");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
        Browser.Answer wrong = signIn("member", budi.email(), "not the password");
        Browser.Answer unknown = signIn("member", "nobody-" + ids.next() + "@example.com", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("sign_in_failed");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrong));
        assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void an_unknown_account_costs_a_password_hash_too() {
        Passwords passwords = new Passwords(new PasswordCost());
        passwords.verify("warm up", Optional.empty());
        long start = System.nanoTime();
        passwords.verify("not the password", Optional.empty());
        long unknown = System.nanoTime() - start;

        assertThat(unknown).as("nanoseconds of a check without a hash").isGreaterThan(2_000_000);
    }

    @Test
    void the_eleventh_failure_is_refused_for_a_while_and_a_success_before_that_starts_anew() {
        for (int failure = 1; failure <= 9; failure++) {
            assertThat(signIn("member", budi.email(), "not the password").status()).isEqualTo(401);
        }
        assertThat(signIn("member", budi.email(), TestMembers.PASSWORD).status()).isEqualTo(201);
        browser = new Browser(server, mapper);
        for (int failure = 1; failure <= 10; failure++) {
            assertThat(signIn("member", budi.email(), "not the password").status()).isEqualTo(401);
        }

        Browser.Answer refused = signIn("member", budi.email(), TestMembers.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("too_many_attempts");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(800L, 901L);
    }

    @Test
    void attempts_count_anew_after_their_time() {
        String subject = ids.next().toString();
        for (int attempt = 1; attempt <= AttemptKind.SIGN_IN_ACCOUNT.most(); attempt++) {
            attempts.take(AttemptKind.SIGN_IN_ACCOUNT, subject);
        }
        age("attempt", "started_at", clock.now().minus(AttemptKind.SIGN_IN_ACCOUNT.window()).minusSeconds(1),
                "subject_hash", vault.fingerprint("attempt", subject));

        assertThatCode(() -> attempts.take(AttemptKind.SIGN_IN_ACCOUNT, subject)).doesNotThrowAnyException();
    }

    @Test
    void signing_in_again_makes_a_new_session_and_ends_the_old_one() {
        signIn("member", budi.email(), TestMembers.PASSWORD);
        String before = browser.cookie(COOKIE);
        browser.loadPage();

        assertThat(signIn("member", budi.email(), TestMembers.PASSWORD).status()).isEqualTo(201);

        assertThat(browser.cookie(COOKIE)).isNotEqualTo(before);
        assertThat(sessions.find(before)).isEmpty();
    }

    @Test
    void a_change_without_the_csrf_token_or_with_a_wrong_one_is_refused() {
        signIn("member", budi.email(), TestMembers.PASSWORD);

        for (String token : new String[] {"", "wrong", Session.csrfToken("another session")}) {
            Browser.Answer refused = browser.with("X-CSRF-Token", token).post("/api/v1/access-trials/member", "");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("csrf_token_invalid");
        }
        assertThat(browser.loadPage().post("/api/v1/access-trials/member", "").status()).isEqualTo(200);
    }

    @Test
    void another_site_cannot_sign_a_browser_in() {
        for (String site : new String[] {"cross-site", "same-site"}) {
            browser = new Browser(server, mapper).with("Sec-Fetch-Site", site);
            Browser.Answer refused = signIn("member", budi.email(), TestMembers.PASSWORD);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("csrf_token_invalid");
            assertThat(browser.cookie(COOKIE)).isEmpty();
        }
        browser = new Browser(server, mapper).with("Origin", "https://evil.example");
        assertThat(signIn("member", budi.email(), TestMembers.PASSWORD).status()).isEqualTo(403);
        assertThat(browser.cookie(COOKIE)).isEmpty();
        browser = new Browser(server, mapper).with("Origin", server.getURI().toString());
        assertThat(signIn("member", budi.email(), TestMembers.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_session_ends_when_it_was_not_used_for_its_time_and_slides_when_it_was() {
        signIn("member", budi.email(), TestMembers.PASSWORD);
        String token = browser.cookie(COOKIE);
        Instant almost = clock.now().plusSeconds(60);
        age("session", "expires_at", almost, "token_hash", Hashes.sha256(token));
        age("session", "seen_at", clock.now().minusSeconds(3_600), "token_hash", Hashes.sha256(token));

        assertThat(browser.get("/api/v1/access-trials/member").status()).isEqualTo(200);
        assertThat(expiry(token)).isAfter(almost.plus(SessionKind.MEMBER.idle()).minusSeconds(120));

        age("session", "expires_at", clock.now().minusSeconds(1), "token_hash", Hashes.sha256(token));
        assertThat(browser.get("/api/v1/access-trials/member").status()).isEqualTo(401);
    }

    @Test
    void staff_sign_in_to_what_their_role_allows() {
        String email = "sari-" + ids.next() + "@example.com";
        UUID sari = staff.create(
                new Caller.Stranger(), email, "Sari", TestMembers.PASSWORD, EnumSet.of(Role.SERVICE_AGENT));

        assertThat(signIn("member", email, TestMembers.PASSWORD).status()).isEqualTo(401);
        Browser.Answer signedIn = signIn("staff", email, TestMembers.PASSWORD);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.text("staffId")).isEqualTo(PublicId.STAFF.format(sari));
        assertThat(signedIn.json().get("roles").get(0).getStringValue()).isEqualTo("service_agent");
        assertThat(signedIn.header("Set-Cookie")).doesNotContain("Max-Age");

        Browser.Answer refused = browser.get("/api/v1/access-trials/marketer");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("forbidden");
        assertThat(browser.get("/api/v1/access-trials/member").text("code")).isEqualTo("forbidden");
    }

    @Test
    void administrators_may_do_what_any_staff_may() {
        String email = "admin-" + ids.next() + "@example.com";
        staff.create(new Caller.Stranger(), email, "Ayu", TestMembers.PASSWORD, EnumSet.of(Role.ADMINISTRATOR));
        signIn("staff", email, TestMembers.PASSWORD);

        assertThat(browser.get("/api/v1/access-trials/marketer").status()).isEqualTo(200);
    }

    @Test
    void an_operation_nobody_is_allowed_is_refused_to_everybody() {
        assertThat(browser.get("/api/v1/access-trials/nobody").status()).isEqualTo(403);
        signIn("member", budi.email(), TestMembers.PASSWORD);
        assertThat(browser.get("/api/v1/access-trials/nobody").text("code")).isEqualTo("forbidden");
    }

    @Test
    void a_stranger_is_asked_to_sign_in() {
        Browser.Answer refused = browser.get("/api/v1/access-trials/member");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"setia\"");
    }

    @Test
    void an_unknown_address_is_not_found_for_strangers_too() {
        assertThat(browser.get("/api/v1/nowhere").status()).isEqualTo(404);
    }

    private Browser.Answer signIn(String kind, String email, String password) {
        return browser.post(
                "/api/v1/session",
                "{\"kind\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(kind, email, password));
    }

    private static String withoutRequestId(Browser.Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private void age(String table, String column, Instant moment, String key, byte[] value) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?")) {
                update.setObject(1, Sql.time(moment));
                update.setBytes(2, value);
                assertThat(update.executeUpdate()).isEqualTo(1);
                return null;
            }
        });
    }

    private Instant expiry(String token) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT expires_at FROM session WHERE token_hash = ?")) {
                select.setBytes(1, Hashes.sha256(token));
                try (var row = select.executeQuery()) {
                    row.next();
                    return Sql.instant(row, "expires_at");
                }
            }
        });
    }
}
