package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.id", "budi.santoso+poin@mail.example.co.id", "BUDI@EXAMPLE.COM", " siti@example.com ", "ñandú@exämple.org"})
    void an_address_that_mail_can_reach_is_taken(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "budi", "budi@", "@example.com", "a b@example.com", "a@b", "a@@b.id", "a..b@c.id", ".a@b.id", "a.@b.id", "a@b..id", "a@-b.id", "a\r\nBcc: x@y.id@b.id", "<a@b.id>", "a@b.id,c@d.id"})
    void an_address_that_mail_cannot_reach_is_not(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void more_than_254_bytes_are_too_many() {
        String domain = ("x".repeat(60) + ".").repeat(4);

        assertThat(EmailAddress.parse("a@" + domain + "id")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(10) + "@" + domain + "id")).isEmpty();
    }

    @Test
    void only_the_first_letter_is_shown_to_strangers() {
        assertThat(EmailAddress.parse("budi@example.com").orElseThrow().masked()).isEqualTo("b•••@example.com");
    }
}
