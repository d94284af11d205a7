package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
@Property(name = "micronaut.server.client-address-header", value = "X-Forwarded-For")
class StaffPasswordsTest {

    private static final String NEW_PASSWORD = "teh tarik tanpa gula";

    @Inject
    StaffDesk desk;

    StaffDesk.Person rina;
    Browser browser;

    @BeforeEach
    void hire_rina() {
        rina = desk.hire(Role.SERVICE_AGENT);
        browser = desk.signedIn(rina);
    }

    @Test
    void who_forgot_the_password_chooses_a_new_one_by_the_mailed_link() {
        assertThat(forgotten(rina.email()).status()).isEqualTo(202);
        String token = desk.token(rina.email());

        assertThat(renew(token, "1234").fieldCodes()).containsEntry("/password", "password_too_short");
        assertThat(renew(token, NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/staff/me").status()).as("the session from before").isEqualTo(401);
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(401);
        assertThat(desk.signIn(desk.browser(), rina.email(), NEW_PASSWORD, "").status()).isEqualTo(201);
        assertThat(renew(token, NEW_PASSWORD).text("code")).isEqualTo("link_invalid");
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        Browser.Answer known = forgotten(rina.email());
        String nobody = desk.newEmail();
        Browser.Answer unknown = forgotten(nobody);

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
        assertThat(desk.mails(nobody)).isZero();
        assertThat(desk.mails(rina.email())).isEqualTo(1);
    }

    @Test
    void at_most_three_links_an_hour_go_to_one_address() {
        for (int times = 1; times <= 3; times++) {
            assertThat(forgotten(rina.email()).status()).isEqualTo(202);
        }

        assertThat(forgotten(rina.email()).text("code")).isEqualTo("too_many_attempts");
        assertThat(desk.mails(rina.email())).isEqualTo(3);
    }

    @Test
    void an_administrator_sends_a_link() {
        Browser administrator = desk.signedIn(desk.hire(Role.ADMINISTRATOR));

        assertThat(administrator.post("/api/v1/staff/" + rina.publicId() + "/password-link", "").status()).isEqualTo(202);

        assertThat(renew(desk.token(rina.email()), NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void a_link_to_a_new_password_does_not_pass_for_an_invitation() {
        forgotten(rina.email());

        assertThat(browser.post(
                                "/api/v1/staff/invitation-acceptance",
                                "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(desk.token(rina.email()), NEW_PASSWORD))
                        .text("code"))
                .isEqualTo("link_invalid");
    }

    @Test
    void changing_the_password_needs_the_one_now_and_ends_other_sessions() {
        Browser elsewhere = desk.signedIn(rina);

        assertThat(change("not the password", NEW_PASSWORD).fieldCodes()).containsEntry("/currentPassword", "password_wrong");
        assertThat(change(TestMembers.PASSWORD, rina.email()).fieldCodes()).containsEntry("/newPassword", "password_is_email");
        Browser.Answer changed = change(TestMembers.PASSWORD, NEW_PASSWORD);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("csrfToken")).isNotEmpty();
        assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/staff/me").status()).isEqualTo(401);
        assertThat(desk.signIn(desk.browser(), rina.email(), NEW_PASSWORD, "").status()).isEqualTo(201);
    }

    @Test
    void people_change_their_own_name() {
        Browser.Answer changed = browser.with("If-Match", browser.get("/api/v1/staff/me").header("ETag"))
                .send("PUT", "/api/v1/staff/me", "application/json", "{\"name\":\"Rina H.\",\"language\":\"en\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").text("displayName")).isEqualTo("Rina H.");
        assertThat(browser.get("/api/v1/staff/me").json().get("roles").get(0).getStringValue()).isEqualTo("service_agent");
    }

    private Browser.Answer forgotten(String email) {
        return stranger().post("/api/v1/staff/forgotten-password", "{\"email\":\"%s\"}".formatted(email));
    }

    private Browser.Answer renew(String token, String password) {
        return stranger().post(
                        "/api/v1/staff/new-password", "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
    }

    /** From an address of this test's own, since attempts are counted by address too. */
    private Browser stranger() {
        return desk.browser().with("X-Forwarded-For", "198.51.100." + (1 + Math.floorMod(rina.id().hashCode(), 250)));
    }

    private Browser.Answer change(String current, String password) {
        return browser.send(
                "PUT",
                "/api/v1/staff/me/password",
                "application/json",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, password));
    }
}
