package id.setia.messages;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SetiaTest
@Property(name = "setia.demo", value = "true")
class DemoMailTest {

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    MessageQueue queue;

    @Inject
    TestMembers members;

    @Inject
    IdMaker ids;

    @Test
    void mails_of_a_demo_are_read_on_a_page_the_newest_first() {
        String email = "siti-" + ids.next() + "@example.com";
        queue.mail(Optional.empty(), email, "Kode Anda: 123456", "Halo");

        Browser.Answer mails = new Browser(server, mapper).get("/api/v1/demo/mails");

        assertThat(mails.status()).isEqualTo(200);
        var newest = mails.json().get("items").get(0);
        assertThat(newest.get("to").getStringValue()).isEqualTo(email);
        assertThat(newest.get("subject").getStringValue()).isEqualTo("Kode Anda: 123456");
        assertThat(newest.get("text").getStringValue()).isEqualTo("Halo");
        assertThat(newest.get("id").getStringValue()).startsWith("msg_");
    }

    @Test
    void a_demo_over_plain_http_signs_in_with_a_plain_cookie() {
        Browser browser = new Browser(server, mapper);
        TestMembers.TestMember budi = members.join();

        Browser.Answer signedIn = browser.post(
                "/api/v1/session",
                "{\"kind\":\"member\",\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(budi.email(), TestMembers.PASSWORD));

        assertThat(signedIn.header("Set-Cookie")).startsWith("setia=").doesNotContain("Secure");
        assertThat(browser.get("/api/v1/session").text("kind")).isEqualTo("member");
    }
}
