package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class EnrolmentTest {

    private static final String PASSWORD = "kopi susu gula aren";

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    Mailbox mailbox;

    @Inject
    MemberRegistry members;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    Browser browser;
    String email;

    @Inject
    TestProgram program;

    @BeforeEach
    void open_a_browser() {
        program.found();
        browser = new Browser(server, mapper);
        email = "budi-" + ids.next() + "@example.com";
    }

    @Test
    void joining_takes_a_form_and_a_code_and_signs_in() {
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email));
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.text("contact")).isEqualTo("b•••@example.com");
        assertThat(mailbox.of(email)).hasSize(1);

        Browser.Answer confirmed = confirm(begun, mailbox.code(email));
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(confirmed.text("kind")).isEqualTo("member");
        assertThat(confirmed.text("displayName")).isEqualTo("Budi Santoso");
        assertThat(confirmed.text("language")).isEqualTo("en");

        assertThat(browser.get("/api/v1/session").text("memberId")).isEqualTo(confirmed.text("memberId"));
    }

    @Test
    void a_new_member_has_a_card_an_email_and_the_consents_given() {
        MemberProfile profile = members.profile(join()).orElseThrow();

        assertThat(profile.state()).isEqualTo(MemberState.ACTIVE);
        assertThat(profile.name()).isEqualTo("Budi Santoso");
        assertThat(profile.email()).contains(email);
        assertThat(profile.birthDate()).contains(LocalDate.of(1990, 8, 17));
        assertThat(profile.cards()).singleElement().satisfies(card -> {
            assertThat(CardNumber.isValid(card.number())).isTrue();
            assertThat(card.primary()).isTrue();
        });
        assertThat(profile.consentsTo(ConsentPurpose.MARKETING_EMAIL)).isTrue();
        assertThat(profile.consentsTo(ConsentPurpose.PROFILING)).isFalse();
        assertThat(profile.consentsTo(ConsentPurpose.PARTNER_SHARING)).isFalse();
        assertThat(profile.consents()).hasSize(2).allMatch(consent -> consent.channel().equals("web"));
        assertThat(members.find(List.of(MemberReference.card(profile.cards().getFirst().number()))))
                .extractingByKey(MemberReference.card(profile.cards().getFirst().number()))
                .satisfies(found -> assertThat(found.id()).isEqualTo(profile.id()));
    }

    @Test
    void joining_is_told_to_the_feed_once_and_without_personal_data() {
        UUID memberId = join();

        List<String> payloads = events(memberId);

        assertThat(payloads)
                .singleElement()
                .asString()
                .contains(PublicId.MEMBER.format(memberId))
                .doesNotContain("Budi", "@");
    }

    @Test
    void a_taken_email_gets_the_same_answer_and_a_mail_that_says_so() {
        join();
        Browser stranger = new Browser(server, mapper);

        Browser.Answer answer = stranger.post("/api/v1/enrolments", form(email.toUpperCase()));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("contact").getStringValue()).isEqualTo("b•••@example.com");
        assertThat(answer.json().size()).isEqualTo(4);
        assertThat(mailbox.of(email).getFirst()).contains("already belongs to a member").contains("/sign-in");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(confirm(stranger, answer, "12345" + guess).text("code")).isEqualTo("code_invalid");
        }
        assertThat(confirm(stranger, answer, "123456").text("code")).isEqualTo("code_expired");
    }

    @Test
    void after_five_wrong_codes_only_a_new_code_helps() {
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email));
        String code = mailbox.code(email);
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int guess = 0; guess < 5; guess++) {
            Browser.Answer refused = confirm(begun, wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("code")).isEqualTo("code_invalid");
        }
        assertThat(confirm(begun, code).text("code")).isEqualTo("code_expired");

        assertThat(browser.post("/api/v1/enrolments/" + begun.text("enrolmentId") + "/code", "").status()).isEqualTo(202);
        assertThat(confirm(begun, mailbox.code(email)).status()).isEqualTo(201);
    }

    @Test
    void the_sixth_code_within_an_hour_is_refused() {
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email));
        String again = "/api/v1/enrolments/" + begun.text("enrolmentId") + "/code";
        for (int sent = 1; sent < 5; sent++) {
            assertThat(browser.post(again, "").status()).isEqualTo(202);
        }

        Browser.Answer refused = browser.post(again, "");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("too_many_attempts");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(3_000L, 3_601L);
        assertThat(mailbox.of(email)).hasSize(5);
    }

    @Test
    void a_code_works_once() {
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email));
        String code = mailbox.code(email);
        assertThat(confirm(begun, code).status()).isEqualTo(201);

        assertThat(confirm(new Browser(server, mapper), begun, code).text("code")).isEqualTo("code_expired");
    }

    @Test
    void many_confirmations_at_once_make_one_member() throws Exception {
        Browser.Answer first = browser.post("/api/v1/enrolments", form(email));
        String firstCode = mailbox.code(email);
        Browser.Answer second = browser.post("/api/v1/enrolments", form(email));
        String secondCode = mailbox.code(email);

        List<Integer> statuses;
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = people.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(person -> () -> person % 2 == 0
                            ? confirm(new Browser(server, mapper), first, firstCode).status()
                            : confirm(new Browser(server, mapper), second, secondCode).status())
                    .toList());
            statuses = answers.stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(201, 422).containsOnlyOnce(201);
        assertThat(members.find(List.of(MemberReference.email(email)))).hasSize(1);
    }

    @Test
    void everything_wrong_with_the_form_is_named_at_once() {
        Browser.Answer refused = browser.post("/api/v1/enrolments", """
                {"email": "budi at home", "password": "password123", "name": "  ", "birthDate": "1899-12-31",
                 "language": "fr", "termsAccepted": false, "consents": [{"purpose": "everything", "given": true}]}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes())
                .containsEntry("/email", "email_malformed")
                .containsEntry("/password", "password_too_common")
                .containsEntry("/name", "required")
                .containsEntry("/birthDate", "birth_date_out_of_range")
                .containsEntry("/language", "value_unknown")
                .containsEntry("/termsAccepted", "must_be_true")
                .containsEntry("/consents/0/purpose", "value_unknown");
    }

    @Test
    void what_is_missing_is_named() {
        Browser.Answer refused = browser.post("/api/v1/enrolments", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/password", "required").containsEntry("/name", "required");
    }

    @Test
    void without_an_email_address_or_a_phone_nobody_joins() {
        Browser.Answer refused = browser.post("/api/v1/enrolments", form(email).replace("\"email\": \"" + email + "\",", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnly(Map.entry("/email", "required"));
    }

    @Test
    void without_a_way_to_phones_a_phone_is_refused() {
        Browser.Answer refused = browser.post("/api/v1/enrolments", form(email).replace("\"email\": \"" + email + "\",", "\"phone\": \"0812-3456-7890\","));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnly(Map.entry("/phone", "phone_not_offered"));
    }

    @Test
    void an_unknown_enrolment_is_not_found() {
        Browser.Answer refused = browser.post(
                "/api/v1/enrolments/" + PublicId.ENROLMENT.format(ids.next()) + "/confirmation", "{\"code\":\"123456\"}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("enrolment_not_found");
    }

    private UUID join() {
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email));
        Browser.Answer confirmed = confirm(begun, mailbox.code(email));
        assertThat(confirmed.status()).isEqualTo(201);
        return PublicId.MEMBER.parse(confirmed.text("memberId")).orElseThrow();
    }

    private Browser.Answer confirm(Browser.Answer begun, String code) {
        return confirm(browser, begun, code);
    }

    private static Browser.Answer confirm(Browser someone, Browser.Answer begun, String code) {
        return someone.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation", "{\"code\":\"" + code + "\"}");
    }

    private static String form(String email) {
        return """
                {"email": "%s", "password": "%s", "name": " Budi Santoso ", "birthDate": "1990-08-17",
                 "language": "en", "termsAccepted": true,
                 "consents": [{"purpose": "marketing_email", "given": true}, {"purpose": "profiling", "given": false}]}"""
                .formatted(email, PASSWORD);
    }

    private List<String> events(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT payload FROM outbox WHERE member_id = ? AND type = 'member.joined'
                    UNION ALL
                    SELECT payload FROM feed WHERE member_id = ? AND type = 'member.joined'""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setBytes(2, UuidBytes.of(memberId));
                List<String> payloads = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        payloads.add(row.getString(1));
                    }
                }
                return payloads;
            }
        });
    }
}
