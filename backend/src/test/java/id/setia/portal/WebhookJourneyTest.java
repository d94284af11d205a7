package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import id.setia.testing.TestMembers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class WebhookJourneyTest {

    private final Portal portal;

    WebhookJourneyTest(Portal portal) {
        this.portal = portal;
    }

    /** A system that is told: it keeps the id of each message and takes it, or not. */
    private static final class Receiver implements AutoCloseable {

        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final HttpServer server;
        private volatile boolean down;

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                messages.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                byte[] answer = (down ? "closed for repairs" : "thanks").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(down ? 500 : 200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/setia";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void an_administrator_adds_an_address_tries_it_out_and_sends_a_delivery_again() throws IOException {
        try (Receiver receiver = new Receiver();
                Visitor rina = portal.visitor(Portal.DESK, "id").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.open("/staff/webhooks").page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, named("Tambah alamat")).first().click();
            rina.field("Nama").fill("CRM");
            rina.field("Alamat").fill(receiver.url());
            rina.button("Daftarkan").click();
            assertThat(rina.page().locator("code").filter(new Locator.FilterOptions().setHasText("whsec_"))).isVisible();
            rina.page().getByText("Saya sudah menyimpannya").click();
            rina.button("Selesai").click();

            assertThat(rina.heading("CRM")).isVisible();
            assertThat(rina.page().getByText("whsec_")).hasCount(0);
            receiver.down = true;
            rina.button("Kirim percobaan").click();
            assertThat(rina.page().getByText("Percobaan tidak diterima.")).isVisible();
            Locator log = rina.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("webhook.test"));
            assertThat(log).containsText("Ditolak penerima (500)");
            rina.field("Keadaan").selectOption("dead");
            rina.page().waitForURL("**?state=dead");

            receiver.down = false;
            log.getByRole(AriaRole.LINK).click();
            assertThat(rina.page().getByText("closed for repairs")).isVisible();
            rina.button("Kirim lagi").click();
            assertThat(rina.page().getByText("Diterima (200)")).isVisible();
            assertThat(rina.page().getByText("thanks")).isVisible();
            rina.page().goBack();
            assertThat(rina.field("Keadaan")).hasValue("dead");
        }
    }

    @Test
    void a_secret_is_changed_while_both_sign_for_a_day() throws IOException {
        try (Receiver receiver = new Receiver();
                Visitor rina = portal.visitor(Portal.PHONE, "en").signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD)) {
            rina.open("/staff/webhooks/new");
            rina.field("Name").fill("Warehouse");
            rina.field("Address").fill(receiver.url());
            rina.button("Register").click();
            rina.page().getByText("I have stored them").click();
            rina.button("Done").click();

            rina.button("Send a trial").click();
            assertThat(rina.page().getByText("The trial reached the receiver.")).isVisible();
            Assertions.assertThat(receiver.messages).hasSize(1);
            rina.button("Renew the secret").click();
            rina.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Renew the secret")).click();
            assertThat(rina.page().locator("code").filter(new Locator.FilterOptions().setHasText("whsec_"))).isVisible();
            rina.page().getByText("I have stored them").click();
            rina.button("Done").click();

            Locator secrets = rina.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Made "));
            assertThat(secrets).hasCount(2);
            assertThat(secrets.last()).containsText("Ends ");
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
