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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class AccountTest {

    private static final String CONTACTS = "/api/v1/members/me/contacts";

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
    Visitor budi;
    UUID budiId;
    String email;
    String number;

    @BeforeEach
    void budi_joins_by_email() {
        receiver = new PhoneReceiver();
        phones.turnOn(receiver);
        number = phones.number();
        email = address("budi");
        budi = visitor();
        budiId = budi.joinByEmail("Budi Santoso", email);
    }

    @AfterEach
    void close() {
        phones.turnOff();
        receiver.close();
    }

    @Test
    void a_phone_is_added_by_password_and_code_and_the_old_contact_is_told_at_once() {
        Browser.Answer sent = budi.changeContact("0" + number.substring(3), Visitor.byPassword());
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        assertThat(members.profile(budiId).orElseThrow().phone()).isEmpty();

        Browser.Answer confirmed = budi.confirmContact(sent.text("codeId"), mailbox.code(number), false);

        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().get("items").size()).isEqualTo(2);
        assertThat(confirmed.json().get("waiting").size()).isZero();
        assertThat(members.profile(budiId).orElseThrow().phone()).contains(number);
        assertThat(mailbox.of(email).getFirst()).contains("+62 812-••••-").contains("contact us at once").doesNotContain(number);
        assertThat(phones.news(budiId))
                .filteredOn(event -> event.startsWith("member.contact_changed"))
                .singleElement()
                .asString()
                .contains("\"kind\":\"phone\"")
                .doesNotContain(number.substring(4));
        assertThat(visitor().signIn(number, Visitor.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_changed_email_takes_the_place_of_the_old_one_which_is_told() {
        String next = address("budi-baru");
        Browser.Answer sent = budi.changeContact(next, Visitor.byPassword());
        budi.confirmContact(sent.text("codeId"), mailbox.code(next), false);

        assertThat(members.profile(budiId).orElseThrow().email()).contains(next);
        assertThat(mailbox.of(email).getFirst()).contains("b•••@example.com");
        assertThat(visitor().signIn(email, Visitor.PASSWORD).status()).isEqualTo(401);
        assertThat(visitor().signIn(next, Visitor.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_change_needs_the_password_or_a_fresh_code_to_a_contact_there_is() {
        assertThat(budi.changeContact(number, "").fieldCodes()).containsOnly(Map.entry("/proof/password", "proof_needed"));
        assertThat(budi.changeContact(number, "\"password\":\"wrong password\"").fieldCodes())
                .containsOnly(Map.entry("/proof/password", "password_wrong"));

        Browser.Answer proof = budi.browser.post("/api/v1/members/me/proof-codes", "{\"kind\":\"email\"}");
        assertThat(proof.status()).isEqualTo(202);
        String byCode = "\"codeId\":\"" + proof.text("codeId") + "\",\"code\":\"" + mailbox.code(email) + "\"";
        assertThat(budi.changeContact(number, byCode).status()).isEqualTo(202);
        assertThat(budi.changeContact(number, byCode).text("code")).isEqualTo("code_expired");
    }

    @Test
    void nobody_proves_themselves_with_the_code_of_another_member() {
        Visitor siti = visitor();
        String sitisEmail = address("siti");
        siti.joinByEmail("Siti Aminah", sitisEmail);
        Browser.Answer proof = siti.browser.post("/api/v1/members/me/proof-codes", "{\"kind\":\"email\"}");
        String code = mailbox.code(sitisEmail);

        assertThat(budi.changeContact(number, "\"codeId\":\"" + proof.text("codeId") + "\",\"code\":\"" + code + "\"")
                        .text("code"))
                .isEqualTo("code_expired");
        Browser.Answer change = siti.changeContact(number, Visitor.byPassword());
        assertThat(budi.confirmContact(change.text("codeId"), mailbox.code(number), false).text("code"))
                .isEqualTo("code_expired");
        assertThat(siti.confirmContact(change.text("codeId"), mailbox.code(number), false).status()).isEqualTo(200);
    }

    @Test
    void wrong_passwords_are_limited() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(budi.changeContact(number, "\"password\":\"guess number " + guess + "\"").status()).isEqualTo(422);
        }

        assertThat(budi.changeContact(number, Visitor.byPassword()).status()).isEqualTo(429);
    }

    @Test
    void an_email_of_another_member_gets_the_same_answer_and_no_code() {
        String sitisEmail = address("siti");
        visitor().joinByEmail("Siti Aminah", sitisEmail);

        Browser.Answer sent = budi.changeContact(sitisEmail, Visitor.byPassword());

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.json().size()).isEqualTo(4);
        assertThat(mailbox.of(sitisEmail).getFirst()).contains("another account").doesNotContainPattern("\\b[0-9]{6}\\b");
        assertThat(budi.browser.get(CONTACTS).json().get("waiting").size()).isEqualTo(1);
        assertThat(budi.confirmContact(sent.text("codeId"), "123456", false).text("code")).isEqualTo("code_invalid");
    }

    @Test
    void a_number_of_another_member_is_freed_only_when_asked() {
        UUID sitiId = visitor().joinByPhone("Siti Aminah", number);
        Browser.Answer sent = budi.changeContact(number, Visitor.byPassword());
        String code = mailbox.code(number);

        assertThat(budi.confirmContact(sent.text("codeId"), code, false).text("code")).isEqualTo("contact_taken");
        assertThat(members.profile(sitiId).orElseThrow().phone()).contains(number);
        assertThat(budi.confirmContact(sent.text("codeId"), code, true).status()).isEqualTo(200);
        assertThat(members.profile(sitiId).orElseThrow().phone()).isEmpty();
        assertThat(members.profile(budiId).orElseThrow().phone()).contains(number);
        assertThat(phones.news(sitiId)).anyMatch(event -> event.startsWith("member.number_released"));
    }

    @Test
    void a_contact_is_removed_as_long_as_a_proven_one_is_left() {
        Browser.Answer last = remove("email");
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.text("code")).isEqualTo("last_contact");

        Browser.Answer sent = budi.changeContact(number, Visitor.byPassword());
        budi.confirmContact(sent.text("codeId"), mailbox.code(number), false);
        assertThat(remove("email").status()).isEqualTo(200);

        assertThat(members.profile(budiId).orElseThrow().email()).isEmpty();
        assertThat(mailbox.of(email).getFirst()).contains("contact");
        assertThat(remove("phone").text("code")).isEqualTo("last_contact");
        assertThat(remove("pigeon").status()).isEqualTo(404);
    }

    @Test
    void name_and_language_change_and_a_birth_date_is_said_once() {
        Browser.Answer changed = details(" Budi S. ", "id", "1990-08-17");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        MemberProfile profile = members.profile(budiId).orElseThrow();
        assertThat(profile.name()).isEqualTo("Budi S.");
        assertThat(profile.language()).isEqualTo("id");
        assertThat(profile.birthDate()).contains(LocalDate.of(1990, 8, 17));
        assertThat(details("Budi S.", "id", "1991-08-17").fieldCodes()).containsOnly(Map.entry("/birthDate", "birth_date_fixed"));
        assertThat(details("Budi", "id", "1990-08-17").status()).isEqualTo(200);
        assertThat(details(" ", "id", "1990-08-17").fieldCodes()).containsOnly(Map.entry("/name", "required"));
    }

    @Test
    void a_birth_date_nobody_has_is_refused() {
        assertThat(details("Budi", "id", "1899-12-31").fieldCodes()).containsOnlyKeys("/birthDate");
    }

    @Test
    void a_new_password_signs_out_every_other_browser_and_tells_the_contacts() {
        Visitor elsewhere = visitor();
        elsewhere.signIn(email, Visitor.PASSWORD);
        assertThat(elsewhere.browser.get("/api/v1/session").text("kind")).isEqualTo("member");

        Browser.Answer changed = budi.browser.send("PUT", "/api/v1/members/me/password", "application/json", """
                {"newPassword":"teh melati panas","proof":{%s}}""".formatted(Visitor.byPassword()));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("kind")).isEqualTo("member");
        assertThat(budi.browser.get("/api/v1/session").text("kind")).isEqualTo("member");
        assertThat(elsewhere.browser.get("/api/v1/session").text("kind")).isEqualTo("none");
        assertThat(mailbox.of(email).getFirst()).contains("password");
        assertThat(visitor().signIn(email, "teh melati panas").status()).isEqualTo(201);
    }

    @Test
    void a_member_sees_where_they_are_signed_in_and_signs_out_elsewhere() {
        Visitor elsewhere = visitor();
        elsewhere.browser.with(
                "User-Agent",
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36");
        elsewhere.signIn(email, Visitor.PASSWORD);

        Browser.Answer sessions = budi.browser.get("/api/v1/sessions");
        assertThat(sessions.json().get("items").size()).isEqualTo(2);
        assertThat(sessions.body()).contains("Chrome, Android");

        assertThat(budi.browser.delete("/api/v1/sessions/others").status()).isEqualTo(204);
        assertThat(elsewhere.browser.get("/api/v1/session").text("kind")).isEqualTo("none");
        assertThat(budi.browser.get("/api/v1/sessions").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void strangers_and_staff_have_no_contacts_to_change() {
        assertThat(visitor().browser.get(CONTACTS).status()).isEqualTo(401);
        assertThat(phones.administrator().get(CONTACTS).status()).isEqualTo(403);
    }

    @Test
    void a_change_of_mind_is_added_to_the_history() {
        assertThat(consent(budi.browser, "me", "marketing_phone", true).text("channel")).isEqualTo("web");
        assertThat(consent(budi.browser, "me", "marketing_phone", true).status()).isEqualTo(200);
        assertThat(consent(budi.browser, "me", "marketing_phone", false).text("given")).isEqualTo("false");

        Browser.Answer history = budi.browser.get("/api/v1/members/me/consents");
        assertThat(history.json().get("items").size()).isEqualTo(3);
        assertThat(history.json().get("items").get(0).get("given").getBooleanValue()).isFalse();
        assertThat(history.json().get("items").get(0).get("textVersion").getStringValue()).isNotBlank();
        assertThat(history.json().get("items").get(0).get("recordedBy").getStringValue()).isEqualTo("member");
        assertThat(history.json().get("items").get(2).get("purpose").getStringValue()).isEqualTo("terms");
        assertThat(members.profile(budiId).orElseThrow().consentsTo(ConsentPurpose.MARKETING_PHONE)).isFalse();
        assertThat(phones.news(budiId)).filteredOn(event -> event.startsWith("member.consent_changed")).hasSize(2);
    }

    @Test
    void staff_record_a_word_given_to_them() {
        Browser administrator = phones.administrator();
        String publicId = PublicId.MEMBER.format(budiId);

        Browser.Answer recorded = consent(administrator, publicId, "profiling", true);

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
        assertThat(recorded.text("channel")).isEqualTo("staff");
        assertThat(recorded.text("recordedBy")).isEqualTo("staff");
        assertThat(members.profile(budiId).orElseThrow().consentsTo(ConsentPurpose.PROFILING)).isTrue();
        assertThat(consent(administrator, publicId, "world_domination", true).status()).isEqualTo(404);
    }

    @Test
    void a_member_speaks_for_nobody_else() {
        Visitor siti = visitor();
        UUID sitiId = siti.joinByEmail("Siti Aminah", address("siti"));

        assertThat(consent(budi.browser, PublicId.MEMBER.format(sitiId), "profiling", true).status()).isEqualTo(404);
        assertThat(budi.browser.get("/api/v1/members/" + PublicId.MEMBER.format(sitiId) + "/consents").status()).isEqualTo(404);
    }

    private static Browser.Answer consent(Browser browser, String member, String purpose, boolean given) {
        return browser.send(
                "PUT", "/api/v1/members/" + member + "/consents/" + purpose, "application/json", "{\"given\":" + given + "}");
    }

    private Browser.Answer details(String name, String language, String birthDate) {
        return budi.browser.send("PUT", "/api/v1/members/me/details", "application/json", """
                {"name":"%s","language":"%s","birthDate":"%s"}""".formatted(name, language, birthDate));
    }

    private Browser.Answer remove(String kind) {
        return budi.browser.post(CONTACTS + "/" + kind + "/removal", "{\"proof\":{" + Visitor.byPassword() + "}}");
    }

    private String address(String name) {
        return name + "-" + ids.next() + "@example.com";
    }

    private Visitor visitor() {
        return new Visitor(server, mapper, mailbox);
    }
}
