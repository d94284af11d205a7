package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.program.ProgramSettings;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The least age, what no name may hold, and which terms are accepted. */
@SetiaTest
class WhoMayJoinTest {

    private static final String JOINING = "/api/v1/settings/joining";

    @Inject
    BackOffice backOffice;

    @Inject
    TestProgram program;

    @Inject
    ProgramSettings programs;

    @Inject
    Documents documents;

    @Inject
    Mailbox mailbox;

    @Inject
    BusinessClock clock;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    Browser admin;
    LocalDate today;

    @BeforeEach
    void open() {
        program.found();
        today = programs.current().dateOf(clock.now());
        admin = backOffice.staff(Role.ADMINISTRATOR);
    }

    @AfterEach
    void as_before() {
        decide(13, false);
    }

    @Test
    void who_is_too_young_by_a_day_is_refused_and_who_has_a_birthday_today_is_not() {
        decide(17, false);

        Browser.Answer refused = join("Budi", today.minusYears(17).plusDays(1).toString(), null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsOnlyKeys("/birthDate").containsEntry("/birthDate", "too_young");
        assertThat(refused.body()).contains("at least 17 years");
        assertThat(join("Budi", today.minusYears(17).toString(), null).status()).isEqualTo(202);
        assertThat(join("Budi", null, null).status()).isEqualTo(202);
    }

    @Test
    void where_the_programme_wants_to_be_sure_who_gives_no_day_says_that_they_are_old_enough() {
        decide(17, true);

        assertThat(join("Budi", null, null).fieldCodes()).containsEntry("/ageConfirmed", "must_be_true");
        assertThat(join("Budi", null, false).fieldCodes()).containsEntry("/ageConfirmed", "must_be_true");
        assertThat(join("Budi", null, true).status()).isEqualTo(202);
        assertThat(join("Budi", today.minusYears(40).toString(), null).status()).isEqualTo(202);
        assertThat(backOffice.stranger().get("/api/v1/program").json().get("joining").get("minimumAge").getIntValue())
                .isEqualTo(17);
    }

    @Test
    void without_a_least_age_everybody_may_join() {
        decide(0, true);

        assertThat(join("Budi", today.minusYears(3).toString(), null).status()).isEqualTo(202);
        assertThat(join("Budi", null, null).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3171234567890123", "Budi 3171 2345 6789 0123", "31.7123.456789.0123 Budi", "3171-2345-6789-0123"})
    void the_number_of_an_identity_card_is_politely_refused(String name) {
        Browser.Answer refused = join(name, null, null);

        assertThat(refused.fieldCodes()).containsOnlyKeys("/name").containsEntry("/name", "identity_number");
        assertThat(refused.body()).contains("Please do not enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Budi Santoso", "Budi 2", "Agen 0812 3456 789", "R2-D2 12345678901234567"})
    void other_names_are_not(String name) {
        assertThat(join(name, null, null).status()).isEqualTo(202);
    }

    @Test
    void a_new_member_has_accepted_the_terms_in_force() {
        String label = UUID.randomUUID().toString().substring(0, 18);
        documents.publish(
                new Caller.Stranger(), DocumentKind.TERMS, label, today, LocalText.of("Isi", "Words"));
        String email = "budi-" + ids.next() + "@example.com";
        Browser browser = backOffice.stranger();
        Browser.Answer begun = browser.post("/api/v1/enrolments", form(email, "Budi", null, null));

        Browser.Answer joined = browser.post(
                "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation",
                "{\"code\": \"" + mailbox.code(email) + "\"}");

        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        assertThat(acceptedTerms(PublicId.MEMBER.parse(joined.text("memberId")).orElseThrow()))
                .isEqualTo(label);
    }

    private String acceptedTerms(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT text_version FROM consent WHERE member_id = ? AND purpose = 'terms'")) {
                select.setBytes(1, UuidBytes.of(memberId));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }

    private void decide(int minimumAge, boolean confirmation) {
        Browser.Answer changed = admin.put(
                JOINING,
                admin.get(JOINING).header("ETag"),
                "{\"minimumAge\": " + minimumAge + ", \"ageConfirmation\": " + confirmation + "}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private Browser.Answer join(String name, String birthDate, Boolean ageConfirmed) {
        return backOffice.stranger().post(
                "/api/v1/enrolments", form("budi-" + ids.next() + "@example.com", name, birthDate, ageConfirmed));
    }

    private static String form(String email, String name, String birthDate, Boolean ageConfirmed) {
        return """
                {"email": "%s", "password": "kopi susu gula aren", "name": "%s", %s %s
                 "language": "en", "termsAccepted": true, "consents": []}"""
                .formatted(
                        email,
                        name,
                        birthDate == null ? "" : "\"birthDate\": \"" + birthDate + "\",",
                        ageConfirmed == null ? "" : "\"ageConfirmed\": " + ageConfirmed + ",");
    }
}
