package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestPhones;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rina gives her number up; the operator sells it again, and Dodi buys it and wants to join. */
@SetiaTest
class RecycledNumberStoryTest {

    @Inject
    TestPhones phones;

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
    Visitor rina;
    Visitor dodi;
    UUID rinaId;
    UUID dodiId;
    String number;
    String rinasEmail;

    @BeforeEach
    void open_the_shop() {
        receiver = new PhoneReceiver();
        phones.turnOn(receiver);
        number = phones.number();
        rinasEmail = "rina-" + ids.next() + "@example.com";
        rina = new Visitor(server, mapper, mailbox);
        dodi = new Visitor(server, mapper, mailbox);
    }

    @AfterEach
    void close_the_shop() {
        phones.turnOff();
        receiver.close();
    }

    @Test
    void a_number_that_was_sold_again_opens_no_old_account_and_is_free_for_a_new_one() {
        rina_joins_by_phone_and_proves_her_email();
        she_gives_the_number_up_and_seven_months_pass();
        dodi_cannot_enter_her_account_by_code();
        nor_choose_a_new_password_for_it();
        dodi_joins_with_the_number_and_is_told_that_it_is_taken();
        nothing_has_happened_to_rinas_account();
        dodi_has_the_number_freed_for_an_account_of_his_own();
        rina_is_told_and_keeps_her_account();
        at_the_till_the_number_is_dodis_now();
        rina_enters_by_email_and_adds_the_number_she_has_now();
    }

    private void rina_joins_by_phone_and_proves_her_email() {
        Browser.Answer begun =
                rina.startJoining("Rina Marlina", Visitor.phone(number) + ",\"email\":\"" + rinasEmail + "\"");
        assertThat(begun.text("channel")).isEqualTo("phone");
        assertThat(begun.text("contact")).matches("\\+62 812-••••-\\d{4}");
        receiver.await(number, 1);
        Browser.Answer joined = rina.confirmJoining(begun, mailbox.code(number), false);
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        rina.browser.loadPage();
        rinaId = PublicId.MEMBER.parse(joined.text("memberId")).orElseThrow();

        Browser.Answer contacts = rina.browser.get("/api/v1/members/me/contacts");
        assertThat(contacts.json().get("items").size()).isEqualTo(1);
        String waiting = contacts.json().get("waiting").get(0).get("codeId").getStringValue();
        Browser.Answer proven = rina.confirmContact(waiting, mailbox.code(rinasEmail), false);
        assertThat(proven.status()).as(proven.body()).isEqualTo(200);
        assertThat(proven.json().get("items").size()).isEqualTo(2);
    }

    private void she_gives_the_number_up_and_seven_months_pass() {
        phones.lastHere(rinaId, 213);
    }

    private void dodi_cannot_enter_her_account_by_code() {
        Browser.Answer sent = dodi.askForCode(number);
        assertThat(sent.status()).isEqualTo(202);
        Browser.Answer refused = dodi.signInWithCode(sent, mailbox.code(number), "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("second_proof_needed");
        assertThat(dodi.browser.get("/api/v1/session").text("kind")).isEqualTo("none");
    }

    private void nor_choose_a_new_password_for_it() {
        Browser.Answer sent = dodi.askForCode(number);
        Browser.Answer refused = dodi.signInWithCode(sent, mailbox.code(number), "kata sandi dodi");
        assertThat(refused.text("code")).isEqualTo("second_proof_needed");
        assertThat(dodi.signIn(number, "kata sandi dodi").status()).isEqualTo(401);
    }

    private Browser.Answer begun;
    private String code;

    private void dodi_joins_with_the_number_and_is_told_that_it_is_taken() {
        begun = dodi.startJoining("Dodi Kusuma", Visitor.phone("0" + number.substring(3)));
        assertThat(begun.status()).isEqualTo(202);
        code = mailbox.code(number);
        Browser.Answer refused = dodi.confirmJoining(begun, code, false);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("contact_taken");
    }

    private void nothing_has_happened_to_rinas_account() {
        assertThat(members.profile(rinaId).orElseThrow().phone()).contains(number);
        assertThat(phones.news(rinaId)).noneMatch(event -> event.startsWith("member.number_released"));
    }

    private void dodi_has_the_number_freed_for_an_account_of_his_own() {
        Browser.Answer joined = dodi.confirmJoining(begun, code, true);
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        assertThat(joined.text("displayName")).isEqualTo("Dodi Kusuma");
        dodiId = PublicId.MEMBER.parse(joined.text("memberId")).orElseThrow();
        assertThat(dodiId).isNotEqualTo(rinaId);
        MemberProfile profile = members.profile(dodiId).orElseThrow();
        assertThat(profile.phone()).contains(number);
        assertThat(profile.email()).isEmpty();
    }

    private void rina_is_told_and_keeps_her_account() {
        MemberProfile profile = members.profile(rinaId).orElseThrow();
        assertThat(profile.phone()).isEmpty();
        assertThat(profile.email()).contains(rinasEmail);
        assertThat(profile.cards()).hasSize(1);
        assertThat(mailbox.of(rinasEmail).getFirst())
                .contains("+62 812-••••-" + number.substring(number.length() - 4))
                .contains("points are safe")
                .doesNotContain(number, "Dodi");
        assertThat(phones.news(rinaId))
                .filteredOn(event -> event.startsWith("member.number_released"))
                .singleElement()
                .asString()
                .doesNotContain(number.substring(4));
    }

    private void at_the_till_the_number_is_dodis_now() {
        MemberReference shown = MemberReference.phone("0" + number.substring(3));
        assertThat(members.find(List.of(shown)).get(shown).id()).isEqualTo(dodiId);
    }

    private void rina_enters_by_email_and_adds_the_number_she_has_now() {
        Visitor later = new Visitor(server, mapper, mailbox);
        Browser.Answer entered = later.signInWithCode(later.askForCode(rinasEmail), mailbox.code(rinasEmail), "");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        later.browser.loadPage();
        String newNumber = phones.number();
        Browser.Answer sent = later.changeContact(newNumber, Visitor.byPassword());
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        assertThat(later.confirmContact(sent.text("codeId"), mailbox.code(newNumber), false).status()).isEqualTo(200);
        assertThat(members.profile(rinaId).orElseThrow().phone()).contains(newNumber);
        assertThat(later.askForCode(newNumber).status()).isEqualTo(202);
    }
}
