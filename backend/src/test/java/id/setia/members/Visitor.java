package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.UUID;

/** Somebody at a browser who joins, signs in and changes their account by the API. */
final class Visitor {

    static final String PASSWORD = "kopi susu gula aren";

    private final Mailbox mailbox;
    final Browser browser;

    Visitor(EmbeddedServer server, JsonMapper mapper, Mailbox mailbox) {
        this.mailbox = mailbox;
        this.browser = new Browser(server, mapper);
    }

    Browser.Answer startJoining(String name, String contacts) {
        return browser.post("/api/v1/enrolments", """
                {%s, "password": "%s", "name": "%s", "language": "en", "termsAccepted": true, "consents": []}"""
                .formatted(contacts, PASSWORD, name));
    }

    Browser.Answer confirmJoining(Browser.Answer begun, String code, boolean release) {
        return browser.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation",
                "{\"code\":\"" + code + "\",\"release\":" + release + "}");
    }

    /** Joins by phone and stays signed in. */
    UUID joinByPhone(String name, String number) {
        return joined(startJoining(name, phone(number)), number);
    }

    UUID joinByEmail(String name, String email) {
        return joined(startJoining(name, "\"email\":\"" + email + "\""), email);
    }

    private UUID joined(Browser.Answer begun, String contact) {
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Browser.Answer confirmed = confirmJoining(begun, mailbox.code(contact), false);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        browser.loadPage();
        return PublicId.MEMBER.parse(confirmed.text("memberId")).orElseThrow();
    }

    static String phone(String number) {
        return "\"phone\":\"" + number + "\"";
    }

    Browser.Answer signIn(String login, String password) {
        return browser.post(
                "/api/v1/session", "{\"kind\":\"member\",\"email\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }

    Browser.Answer askForCode(String contact) {
        return browser.post("/api/v1/sign-in-codes", "{\"contact\":\"" + contact + "\",\"language\":\"id\"}");
    }

    Browser.Answer signInWithCode(Browser.Answer sent, String code, String newPassword) {
        String password = newPassword.isEmpty() ? "" : ",\"newPassword\":\"" + newPassword + "\"";
        return browser.post(
                "/api/v1/sign-in-codes/" + sent.text("codeId") + "/confirmation", "{\"code\":\"" + code + "\"" + password + "}");
    }

    Browser.Answer changeContact(String contact, String proof) {
        return browser.post("/api/v1/members/me/contacts", "{\"contact\":\"" + contact + "\",\"proof\":{" + proof + "}}");
    }

    Browser.Answer confirmContact(String codeId, String code, boolean release) {
        return browser.post(
                "/api/v1/members/me/contacts/" + codeId + "/confirmation",
                "{\"code\":\"" + code + "\",\"release\":" + release + "}");
    }

    static String byPassword() {
        return "\"password\":\"" + PASSWORD + "\"";
    }
}
