package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberReferenceTest {

    @Test
    void a_card_is_the_same_with_blanks_hyphens_or_as_its_qr_code() {
        assertThat(MemberReference.card("6042 1189 3357"))
                .isEqualTo(MemberReference.card("6042-11893357"))
                .isEqualTo(MemberReference.card("S1.604211893357."))
                .isEqualTo(MemberReference.card("S1.604211893357.831002"));
    }

    @Test
    void an_indonesian_phone_number_is_the_same_with_and_without_its_country() {
        assertThat(MemberReference.phone("0812-3456-7890"))
                .isEqualTo(MemberReference.phone("+62 812 3456 7890"))
                .isEqualTo(MemberReference.phone("6281234567890"));
    }

    @Test
    void an_email_is_the_same_in_capitals() {
        assertThat(MemberReference.email(" Budi@Example.COM ")).isEqualTo(MemberReference.email("budi@example.com"));
    }

    @Test
    void a_masked_name_shows_first_letters_only() {
        assertThat(MaskedName.of("Budi  Santoso")).isEqualTo("B••• S•••");
    }
}
