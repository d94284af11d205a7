package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.SystemClock;
import id.setia.kernel.Version;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class SecondFactorTest {

    private static final String OWN = "/api/v1/staff/me/second-factor";
    private static final Caller SOMEBODY = new Caller.Stranger();

    @Inject
    StaffDesk desk;

    @Inject
    SecondFactorPolicies policies;

    @Inject
    SystemClock clock;

    private final List<String> recoveryCodes = new ArrayList<>();
    StaffDesk.Person rina;
    Browser browser;

    @BeforeEach
    void hire_rina() {
        rina = desk.hire(Role.SERVICE_AGENT);
        browser = desk.signedIn(rina);
    }

    @AfterEach
    void leave_it_to_everybody() {
        require("optional");
    }

    @Test
    void signing_in_takes_the_password_and_then_a_code() {
        byte[] secret = enrol();

        Browser.Answer asked = desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text("code")).isEqualTo("one_time_code_required");
        assertThat(desk.signIn(desk.browser(), rina.email(), "not the password", "").text("code")).isEqualTo("sign_in_failed");
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "000000x").text("code"))
                .isEqualTo("one_time_code_invalid");

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, next(secret)).status()).isEqualTo(201);
    }

    @Test
    void a_code_is_accepted_once_and_none_before_it() {
        byte[] secret = enrol();
        String earlier = Totp.code(secret, clock.now());
        String code = next(secret);

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, code).status()).isEqualTo(201);

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, code).text("code"))
                .isEqualTo("one_time_code_invalid");
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, earlier).text("code"))
                .isEqualTo("one_time_code_invalid");
    }

    @Test
    void wrong_codes_are_limited_even_with_the_right_password() {
        byte[] secret = enrol();
        for (int times = 1; times <= 5; times++) {
            assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "wrong").status()).isEqualTo(422);
        }

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, next(secret)).text("code"))
                .isEqualTo("too_many_attempts");
    }

    @Test
    void the_secret_counts_only_once_its_first_code_was_confirmed() {
        assertThat(post(OWN + "/confirmation", "123456").text("code")).isEqualTo("second_factor_not_started");
        byte[] secret = start("");
        assertThat(post(OWN + "/confirmation", "wrong").text("code")).isEqualTo("one_time_code_invalid");
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(201);

        assertThat(post(OWN + "/confirmation", Totp.code(secret, clock.now())).status()).isEqualTo(200);

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(401);
    }

    @Test
    void each_recovery_code_is_good_once() {
        List<String> codes = new ArrayList<>();
        enrol();
        Browser.Answer renewed = post(OWN + "/recovery-codes", recoveryCodes.getFirst());
        renewed.json().get("recoveryCodes").values().forEach(code -> codes.add(code.getStringValue()));
        browser.with("X-CSRF-Token", renewed.json().get("session").get("csrfToken").getStringValue());

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9a-z]{5}-[0-9a-z]{5}"));
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, recoveryCodes.getLast()).text("code"))
                .as("a code of before")
                .isEqualTo("one_time_code_invalid");
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, codes.getFirst().toUpperCase()).status())
                .isEqualTo(201);
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, codes.getFirst()).status()).isEqualTo(422);
        assertThat(browser.get("/api/v1/staff/me").json().get("recoveryCodesLeft").getIntValue()).isEqualTo(9);
    }

    @Test
    void a_new_phone_takes_the_place_of_the_old_by_a_code_of_the_old() {
        byte[] old = enrol();
        assertThat(browser.post(OWN, "{}").text("code")).isEqualTo("one_time_code_required");

        byte[] secret = start(next(old));
        confirm(Totp.code(secret, clock.now()));

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, Totp.code(old, clock.now())).status())
                .isEqualTo(422);
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, next(secret)).status()).isEqualTo(201);
    }

    @Test
    void it_is_given_up_by_a_code_unless_the_program_requires_it() {
        byte[] secret = enrol();
        require("required");
        assertThat(post(OWN + "/removal", next(secret)).text("code")).isEqualTo("second_factor_required");
        require("optional");
        assertThat(post(OWN + "/removal", "wrong").text("code")).isEqualTo("one_time_code_invalid");

        assertThat(post(OWN + "/removal", next(secret)).status()).isEqualTo(204);

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(201);
        assertThat(post(OWN + "/removal", "123456").text("code")).isEqualTo("second_factor_off");
    }

    @Test
    void where_it_is_required_nothing_else_can_be_done_before() {
        assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(200);
        require("required");

        assertThat(browser.get("/api/v1/staff/me").text("code")).isEqualTo("second_factor_required");
        assertThat(browser.get("/api/v1/stores").text("code")).isEqualTo("second_factor_required");
        assertThat(browser.get("/api/v1/session").json().get("secondFactorNeeded").getBooleanValue()).isTrue();
        assertThat(browser.get("/api/v1/program").status()).isEqualTo(200);
        String before = browser.cookie(SessionCookies.NAME);

        confirm(Totp.code(start(""), clock.now()));

        assertThat(browser.cookie(SessionCookies.NAME)).isNotEqualTo(before);
        assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").json().get("secondFactorNeeded").getBooleanValue()).isFalse();
        assertThat(desk.browser().setCookie(SessionCookies.NAME, before).get("/api/v1/staff/me").status()).isEqualTo(401);
    }

    @Test
    void an_administrator_takes_a_lost_one_away() {
        enrol();
        Browser administrator = desk.signedIn(desk.hire(Role.ADMINISTRATOR));
        String path = "/api/v1/staff/" + rina.publicId();
        assertThat(administrator.get(path).json().get("secondFactor").getBooleanValue()).isTrue();

        assertThat(administrator.delete(path + "/second-factor").json().get("secondFactor").getBooleanValue()).isFalse();

        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(201);
        assertThat(administrator.delete(path + "/second-factor").text("code")).isEqualTo("second_factor_off");
        assertThat(administrator.get("/api/v1/audit-events?subject=" + rina.publicId()).body())
                .contains("staff.second_factor_reset", "staff.second_factor_set");
    }

    @Test
    void administrators_say_whether_it_is_required() {
        Browser administrator = desk.signedIn(desk.hire(Role.ADMINISTRATOR));
        String path = "/api/v1/settings/second-factor";
        String tag = administrator.get(path).header("ETag");

        assertThat(administrator.with("If-Match", tag).send("PUT", path, "application/json", "{\"secondFactor\":\"never\"}").status())
                .isEqualTo(422);
        assertThat(administrator.send("PUT", path, "application/json", "{\"secondFactor\":\"optional\"}").status()).isEqualTo(200);
        assertThat(administrator.send("PUT", path, "application/json", "{\"secondFactor\":\"required\"}").text("code"))
                .isEqualTo("changed_meanwhile");
        assertThat(administrator.get("/api/v1/audit-events?action=setting.").body()).contains("staff.second_factor");
        assertThat(browser.get(path).status()).isEqualTo(403);
    }

    private byte[] enrol() {
        byte[] secret = start("");
        confirm(Totp.code(secret, clock.now()));
        return secret;
    }

    private byte[] start(String code) {
        Browser.Answer started = browser.post(OWN, code.isEmpty() ? "{}" : "{\"code\":\"" + code + "\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(started.text("uri")).contains("secret=" + started.text("secret"));
        return base32(started.text("secret"));
    }

    private void confirm(String code) {
        Browser.Answer confirmed = post(OWN + "/confirmation", code);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        confirmed.json().get("recoveryCodes").values().forEach(given -> recoveryCodes.add(given.getStringValue()));
        browser.with("X-CSRF-Token", confirmed.json().get("session").get("csrfToken").getStringValue());
    }

    private Browser.Answer post(String path, String code) {
        return browser.post(path, "{\"code\":\"" + code + "\"}");
    }

    /** The code after the one that confirmed. */
    private String next(byte[] secret) {
        return Totp.code(secret, clock.now().plus(Duration.ofSeconds(30)));
    }

    private void require(String policy) {
        Version version = policies.current().version();
        if (!policies.current().value().secondFactor().equals(policy)) {
            policies.change(SOMEBODY, new SecondFactorPolicy(policy), version);
        }
    }

    private static byte[] base32(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
