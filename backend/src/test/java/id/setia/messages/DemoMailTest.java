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
    void a_demo_shows_messages_to_phones_beside_mails() {
        String number = "+6281" + String.format("%09d", Math.floorMod(ids.next().getLeastSignificantBits(), 1_000_000_000L));
        queue.phone(Optional.empty(), number, "Kode Anda: 123456");

        DemoMailsResponse messagesShown = new DemoMailController(messages, DemoDeployments.demo(), clock).list();

        assertThat(messagesShown.items()).filteredOn(message -> message.to().equals(number)).singleElement().satisfies(message -> {
            assertThat(message.channel()).isEqualTo("phone");
            assertThat(message.subject()).isNull();
            assertThat(message.text()).isEqualTo("Kode Anda: 123456");
        });
    }

    @Test
    void messages_are_forgotten_after_thirty_days() {
        String email = "siti-" + ids.next() + "@example.com";
        messages.add(ids.next(), Optional.empty(), MessageChannel.EMAIL, email, "Lama", "Halo", Optional.empty(), clock.now().minusSeconds(31L * 24 * 3_600));
        messages.add(ids.next(), Optional.empty(), MessageChannel.EMAIL, email, "Baru", "Halo", Optional.empty(), clock.now());

        messages.deleteBefore(clock.now().minusSeconds(30L * 24 * 3_600));

        assertThat(messages.latest(clock.now().minusSeconds(40L * 24 * 3_600), 1_000))
                .filteredOn(mail -> mail.to().equals(email))
                .extracting(OutgoingMessage::subject)
                .containsExactly("Baru");
    }

    @Test
    void of_two_senders_one_takes_a_mail() {
        String email = "siti-" + ids.next() + "@example.com";
        queue.mail(Optional.empty(), email, "Halo", "Halo");
        OutgoingMessage mail = messages.latest(clock.now().minusSeconds(60), 1_000).stream()
                .filter(found -> found.to().equals(email))
                .findFirst()
                .orElseThrow();

        assertThat(messages.take(mail, clock.now().plusSeconds(60))).isTrue();
        assertThat(messages.take(mail, clock.now().plusSeconds(60))).isFalse();
    }
}
