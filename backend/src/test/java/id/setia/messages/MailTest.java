package id.setia.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.setia.kernel.IdMaker;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@SetiaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailTest implements TestPropertyProvider {

    private static final long PATIENCE_MILLIS = 20_000;

    private final GreenMail postOffice = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    MessageQueue queue;

    @Inject
    IdMaker ids;

    String email;

    @Override
    public Map<String, String> getProperties() {
        postOffice.start();
        postOffice.setUser("setia", "setia", "p@ss");
        return Map.of(
                "setia.smtp-url", "smtp://setia:p%40ss@127.0.0.1:" + postOffice.getSmtp().getPort(),
                "setia.mail-from", "Klub Nusantara <poin@klub.example>");
    }

    @AfterAll
    void close_the_post_office() {
        postOffice.stop();
    }

    @BeforeEach
    void take_an_address() {
        email = "siti-" + ids.next() + "@example.com";
    }

    @Test
    void a_code_comes_by_mail_and_confirms() throws Exception {
        Browser browser = new Browser(server, mapper);
        Browser.Answer begun = browser.post("/api/v1/enrolments", """
                {"email": "%s", "password": "kopi susu gula aren", "name": "Siti Ñañá", "language": "id",
                 "termsAccepted": true, "consents": []}""".formatted(email));

        MimeMessage mail = arrived(1).getFirst();
        Matcher code = Pattern.compile("[0-9]{6}").matcher(mail.getSubject());
        assertThat(code.find()).isTrue();
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Klub Nusantara <poin@klub.example>");
        assertThat(mail.getContent().toString()).contains(code.group()).contains("berlaku 10 menit");

        Browser.Answer confirmed = browser.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation",
                "{\"code\":\"" + code.group() + "\"}");
        assertThat(confirmed.status()).isEqualTo(201);
    }

    @Test
    void each_mail_goes_out_once_in_its_own_letters() throws Exception {
        queue.mail(Optional.empty(), email, "Halo “Siti” – 50 poin", "Baris satu\nBaris dua: ñ é 😀\n");
        queue.mail(Optional.empty(), email, "Kedua", "dua");

        List<MimeMessage> mails = arrived(2);

        assertThat(mails).extracting(Message::getSubject).containsExactlyInAnyOrder("Halo “Siti” – 50 poin", "Kedua");
        assertThat(mails.stream().map(GreenMailUtil::getBody).toList()).hasSize(2);
    }

    @Test
    void the_demo_page_is_not_there_outside_demo_mode() {
        Browser.Answer refused = new Browser(server, mapper).get("/api/v1/demo/mails");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("not_found");
    }

    private List<MimeMessage> arrived(int count) {
        int before = postOffice.getReceivedMessages().length;
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        List<MimeMessage> mine = mine();
        while (mine.size() < count && System.nanoTime() < deadline) {
            postOffice.waitForIncomingEmail(500, before + 1);
            before = postOffice.getReceivedMessages().length;
            mine = mine();
        }
        assertThat(mine).hasSize(count);
        return mine;
    }

    private List<MimeMessage> mine() {
        return Arrays.stream(postOffice.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(email))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException error) {
            throw new AssertionError(error);
        }
    }
}
