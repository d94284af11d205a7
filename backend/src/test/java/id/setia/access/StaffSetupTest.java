package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class StaffSetupTest {

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    SetupLinks links;

    @Inject
    IdMaker ids;

    Browser browser;
    String email;

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(server, mapper);
        email = "sari-" + ids.next() + "@example.com";
    }

    @Test
    void the_link_makes_an_administrator_once() {
        String link = links.create();
        assertThat(link).contains("/staff/setup#");

        Browser.Answer first = setUp(link, email, TestMembers.PASSWORD);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("kind")).isEqualTo("staff");
        assertThat(first.json().get("roles").get(0).getStringValue()).isEqualTo("administrator");
        assertThat(browser.get("/api/v1/access-trials/marketer").status()).isEqualTo(200);

        browser = new Browser(server, mapper);
        Browser.Answer second = setUp(link, "other-" + email, TestMembers.PASSWORD);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("setup_already_done");
    }

    @Test
    void a_newer_link_ends_the_older_one() {
        String older = links.create();
        String newer = links.create();

        assertThat(setUp(older, email, TestMembers.PASSWORD).status()).isEqualTo(409);
        assertThat(setUp(newer, email, TestMembers.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_bad_password_does_not_use_the_link_up() {
        String link = links.create();

        Browser.Answer refused = setUp(link, email, "short");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/password", "password_too_short");
        assertThat(setUp(link, email, email).fieldCodes()).containsEntry("/password", "password_is_email");
        assertThat(setUp(link, "nowhere", TestMembers.PASSWORD).fieldCodes()).containsEntry("/email", "email_malformed");

        assertThat(setUp(link, email, TestMembers.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_guessed_token_is_refused() {
        assertThat(setUp("http://localhost/staff/setup#guess", email, TestMembers.PASSWORD).text("code"))
                .isEqualTo("setup_already_done");
    }

    private Browser.Answer setUp(String link, String email, String password) {
        return browser.post(
                "/api/v1/staff/setup",
                "{\"token\":\"%s\",\"email\":\"%s\",\"name\":\"Sari\",\"password\":\"%s\"}"
                        .formatted(URI.create(link).getFragment(), email, password));
    }
}
