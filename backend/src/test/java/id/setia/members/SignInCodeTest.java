package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestPhones;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class SignInCodeTest {

    @Inject
    TestPhones phones;

    @Inject
    TestMembers testMembers;

    @Inject
    Mailbox mailbox;

    @Inject
    MemberRegistry members;

    @Inject
    IdMaker ids;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    PhoneReceiver receiver;
    Visitor budi;
    String number;

    @BeforeEach
    void open_a_way_to_phones() {
        receiver = new PhoneReceiver();
        phones.turnOn(receiver);
        number = phones.number();
        budi = visitor();
    }

    @AfterEach
    void close_it() {
        phones.turnOff();
        receiver.close();
    }

    @Test
    void a_member_who_joined_by_phone_signs_in_by_phone_and_password_however_it_is_written() {
        UUID id = budi.joinByPhone("Budi Santoso", number);
        assertThat(members.profile(id).orElseThrow().email()).isEmpty();

        String digits = number.substring(3);
        for (String written : new String[] {number, "0" + digits, "62" + digits, "(0" + digits.substring(0, 3) + ") " + digits.substring(3)}) {
            assertThat(visitor().signIn(written, Visitor.PASSWORD).status()).as(written).isEqualTo(201);
        }
        assertThat(visitor().signIn(number, "another password").text("code")).isEqualTo("sign_in_failed");
    }

    @Test
    void attempts_on_a_number_are_counted_however_it_is_written() {
        budi.joinByPhone("Budi Santoso", number);
        String[] ways = {number, "0" + number.substring(3), number.substring(1), "0062" + number.substring(3), number.substring(3)};

        for (int guess = 0; guess < 10; guess++) {
            assertThat(visitor().signIn(ways[guess % ways.length], "guess " + guess + " of many").status()).isEqualTo(401);
        }

        assertThat(visitor().signIn(number, Visitor.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void a_code_to_the_phone_signs_in_without_a_password_once() {
        budi.joinByPhone("Budi Santoso", number);
        Visitor elsewhere = visitor();

        Browser.Answer sent = elsewhere.askForCode("0" + number.substring(3));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text("channel")).isEqualTo("phone");
        assertThat(sent.text("contact")).isEqualTo("+62 812-••••-" + number.substring(number.length() - 4));
        String code = mailbox.code(number);
        assertThat(receiver.await(code, 1)).hasSize(1);

        Browser.Answer entered = elsewhere.signInWithCode(sent, code.substring(0, 3) + " " + code.substring(3), "");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.text("displayName")).isEqualTo("Budi Santoso");
        assertThat(visitor().signInWithCode(sent, code, "").text("code")).isEqualTo("code_expired");
    }

    @Test
    void five_wrong_guesses_spend_a_code() {
        budi.joinByPhone("Budi Santoso", number);
        Browser.Answer sent = budi.askForCode(number);
        String code = mailbox.code(number);
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int guess = 0; guess < 5; guess++) {
            assertThat(budi.signInWithCode(sent, wrong, "").text("code")).isEqualTo("code_invalid");
        }

        assertThat(budi.signInWithCode(sent, code, "").text("code")).isEqualTo("code_expired");
    }

    @Test
    void a_code_for_one_thing_serves_for_nothing_else() {
        Browser.Answer begun = budi.startJoining("Budi Santoso", Visitor.phone(number));
        String joining = mailbox.code(number);
        Browser.Answer sent = budi.askForCode(number);

        assertThat(budi.signInWithCode(sent, joining, "").status()).isEqualTo(422);
        assertThat(budi.confirmJoining(begun, joining, false).status()).isEqualTo(201);
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_code_and_ends_every_session() {
        UUID id = budi.joinByPhone("Budi Santoso", number);
        Visitor elsewhere = visitor();

        Browser.Answer tooShort = elsewhere.signInWithCode(elsewhere.askForCode(number), mailbox.code(number), "pendek");
        assertThat(tooShort.fieldCodes()).containsOnly(Map.entry("/newPassword", "password_too_short"));
        Browser.Answer entered = elsewhere.signInWithCode(elsewhere.askForCode(number), mailbox.code(number), "teh melati panas");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);

        assertThat(budi.browser.get("/api/v1/session").text("kind")).isEqualTo("none");
        assertThat(elsewhere.browser.get("/api/v1/session").text("kind")).isEqualTo("member");
        assertThat(mailbox.of(number).getFirst()).contains("password");
        assertThat(visitor().signIn(number, Visitor.PASSWORD).status()).isEqualTo(401);
        assertThat(visitor().signIn(number, "teh melati panas").status()).isEqualTo(201);
        assertThat(members.profile(id)).isPresent();
    }

    @Test
    void a_contact_of_nobody_gets_the_same_answer_and_a_message_that_says_so() {
        Browser.Answer phone = budi.askForCode(number);
        assertThat(phone.status()).isEqualTo(202);
        assertThat(phone.json().size()).isEqualTo(4);
        assertThat(phone.text("codeId")).startsWith("cod_");
        assertThat(mailbox.of(number).getFirst()).contains("belum ada akun").doesNotContainPattern("\\b[0-9]{6}\\b");
        assertThat(budi.signInWithCode(phone, "123456", "").text("code")).isEqualTo("code_invalid");

        String email = "nobody-" + ids.next() + "@example.com";
        Browser.Answer mail = budi.askForCode(email);
        assertThat(mail.status()).isEqualTo(202);
        assertThat(mail.text("contact")).isEqualTo("n•••@example.com");
        assertThat(mailbox.of(email)).hasSize(1);
    }

    @Test
    void the_sixth_code_to_a_number_within_an_hour_is_refused_whatever_it_is_for() {
        budi.startJoining("Budi Santoso", Visitor.phone(number));
        for (int sent = 1; sent < 5; sent++) {
            assertThat(budi.askForCode(number).status()).isEqualTo(202);
        }

        Browser.Answer refused = budi.askForCode("0" + number.substring(3));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(budi.startJoining("Budi Santoso", Visitor.phone(number)).status()).isEqualTo(429);
        assertThat(mailbox.of(number)).hasSize(5);
    }

    @Test
    void after_six_months_a_phone_alone_does_not_open_the_account_but_a_password_or_an_email_code_does() {
        UUID id = budi.joinByPhone("Budi Santoso", number);
        phones.lastHere(id, 190);
        Browser.Answer sent = visitor().askForCode(number);
        String code = mailbox.code(number);
        assertThat(visitor().signInWithCode(sent, code, "").text("code")).isEqualTo("second_proof_needed");

        assertThat(visitor().signIn(number, Visitor.PASSWORD).status()).isEqualTo(201);

        assertThat(visitor().signInWithCode(sent, code, "").status()).isEqualTo(201);
        TestMembers.TestMember siti = testMembers.join();
        phones.lastHere(siti.id(), 400);
        Browser.Answer mailed = visitor().askForCode(siti.email());
        assertThat(visitor().signInWithCode(mailed, mailbox.code(siti.email()), "").status()).isEqualTo(201);
    }

    @Test
    void a_member_seen_within_six_months_is_still_themselves() {
        UUID id = budi.joinByPhone("Budi Santoso", number);
        phones.lastHere(id, 170);

        assertThat(visitor().signInWithCode(budi.askForCode(number), mailbox.code(number), "").status()).isEqualTo(201);
    }

    @Test
    void using_a_live_session_counts_as_being_there() {
        UUID id = budi.joinByPhone("Budi Santoso", number);
        phones.lastHere(id, 400);

        budi.browser.get("/api/v1/session");

        Visitor elsewhere = visitor();
        assertThat(elsewhere.signInWithCode(elsewhere.askForCode(number), mailbox.code(number), "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "12345", "a@b", "0812-CALL-ME"})
    void what_is_no_contact_is_refused_at_its_field(String contact) {
        Browser.Answer refused = budi.askForCode(contact);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnly(Map.entry("/contact", "contact_malformed"));
    }

    @Test
    void a_further_email_that_got_too_many_codes_does_not_stop_joining() {
        String email = "sibuk-" + ids.next() + "@example.com";
        for (int sent = 0; sent < 5; sent++) {
            budi.askForCode(email);
        }
        Browser.Answer begun = budi.startJoining("Budi Santoso", Visitor.phone(number) + ",\"email\":\"" + email + "\"");

        assertThat(budi.confirmJoining(begun, mailbox.code(number), false).status()).isEqualTo(201);
        assertThat(mailbox.of(email)).hasSize(5);
    }

    @Test
    void an_implausible_number_cannot_join() {
        Browser.Answer refused = budi.startJoining("Budi Santoso", Visitor.phone("0812-34"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnly(Map.entry("/phone", "phone_malformed"));
    }

    @Test
    void without_a_gateway_only_email_addresses_get_codes() {
        phones.turnOff();

        Browser.Answer refused = budi.askForCode(number);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnly(Map.entry("/contact", "phone_not_offered"));
    }

    private Visitor visitor() {
        return new Visitor(server, mapper, mailbox);
    }
}
