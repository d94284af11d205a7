package id.setia.messages;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.DemoDeployments;
import id.setia.kernel.IdMaker;
import id.setia.kernel.SystemClock;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SetiaTest
class DemoMailTest {

    @Inject
    Messages messages;

    @Inject
    MessageQueue queue;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    @Test
    void mails_of_a_demo_are_read_on_a_page_the_newest_first() {
        String email = "siti-" + ids.next() + "@example.com";
        queue.mail(Optional.empty(), email, "Pertama", "satu");
        queue.mail(Optional.empty(), email, "Kode Anda: 123456", "Halo");

        DemoMailsResponse mails = new DemoMailController(messages, DemoDeployments.demo(), clock).list();

        assertThat(mails.items())
                .filteredOn(mail -> mail.to().equals(email))
                .extracting(DemoMailResponse::subject)
                .containsExactly("Kode Anda: 123456", "Pertama");
        assertThat(mails.items()).allMatch(mail -> mail.id().startsWith("msg_"));
    }

    @Test
    void messages_are_forgotten_after_thirty_days() {
        String email = "siti-" + ids.next() + "@example.com";
        messages.add(ids.next(), Optional.empty(), MessageChannel.EMAIL, email, "Lama", "Halo", clock.now().minusSeconds(31L * 24 * 3_600));
        messages.add(ids.next(), Optional.empty(), MessageChannel.EMAIL, email, "Baru", "Halo", clock.now());

        messages.deleteBefore(clock.now().minusSeconds(30L * 24 * 3_600));

        assertThat(messages.latest(clock.now().minusSeconds(40L * 24 * 3_600), 1_000))
                .filteredOn(mail -> mail.to().equals(email))
                .extracting(Mail::subject)
                .containsExactly("Baru");
    }

    @Test
    void of_two_senders_one_takes_a_mail() {
        String email = "siti-" + ids.next() + "@example.com";
        queue.mail(Optional.empty(), email, "Halo", "Halo");
        Mail mail = messages.latest(clock.now().minusSeconds(60), 1_000).stream()
                .filter(found -> found.to().equals(email))
                .findFirst()
                .orElseThrow();

        assertThat(messages.take(mail, clock.now().plusSeconds(60))).isTrue();
        assertThat(messages.take(mail, clock.now().plusSeconds(60))).isFalse();
    }
}
