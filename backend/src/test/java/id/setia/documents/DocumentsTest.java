package id.setia.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.program.ProgramSettings;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class DocumentsTest {

    @Inject
    BackOffice backOffice;

    @Inject
    TestProgram program;

    @Inject
    ProgramSettings settings;

    @Inject
    Documents documents;

    @Inject
    BusinessClock clock;

    Browser admin;
    LocalDate today;

    @BeforeEach
    void begin() {
        program.found();
        today = settings.current().dateOf(clock.now());
        documents.begin(today);
        admin = backOffice.staff(Role.ADMINISTRATOR);
    }

    @Test
    void a_deployment_begins_with_texts_of_its_own_name_that_are_marked_as_not_reviewed() {
        Browser.Answer first = backOffice.stranger().get("/api/v1/documents/privacy/versions/1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().get("startingText").getBooleanValue()).isTrue();
        assertThat(first.json().get("text").get("id").getStringValue())
                .contains(TestProgram.PROGRAM.name())
                .contains("Nomor 27 Tahun 2022")
                .doesNotContain("{program}");
    }

    @Test
    void what_is_published_today_is_in_force_at_once_and_the_earlier_one_can_still_be_read() {
        String before = backOffice.stranger().get("/api/v1/documents/terms").text("version");
        String label = label();

        Browser.Answer published = publish("terms", label, today);

        assertThat(published.status()).as(published.body()).isEqualTo(201);
        Browser.Answer inForce = backOffice.stranger().get("/api/v1/documents/terms");
        assertThat(inForce.text("version")).isEqualTo(label);
        assertThat(inForce.text("state")).isEqualTo("in_force");
        assertThat(inForce.text("effectiveFrom")).isEqualTo(today.toString());
        assertThat(backOffice.stranger().get("/api/v1/documents/terms/versions/" + before).text("state"))
                .isEqualTo("earlier");
        assertThat(documents.versionInForce(DocumentKind.TERMS)).isEqualTo(label);
        assertThat(documents.isReviewed(DocumentKind.TERMS)).isTrue();
    }

    @Test
    void what_takes_effect_later_is_announced_and_not_yet_in_force() {
        String label = label();
        publish("privacy", label, today.plusDays(30));

        Browser.Answer inForce = backOffice.stranger().get("/api/v1/documents/privacy");

        assertThat(inForce.text("version")).isNotEqualTo(label);
        assertThat(inForce.json().get("versions").get(0).get("state").getStringValue()).isEqualTo("coming");
    }

    @Test
    void a_name_is_used_once_and_no_text_takes_effect_in_the_past() {
        String label = label();
        publish("terms", label, today);

        assertThat(publish("terms", label, today).fieldCodes()).containsEntry("/version", "label_taken");
        assertThat(publish("terms", label(), today.minusDays(1)).fieldCodes()).containsEntry("/effectiveFrom", "day_past");
        assertThat(publish("terms", "satu dua", today).fieldCodes()).containsEntry("/version", "label_malformed");
        assertThat(admin.send("PUT", "/api/v1/documents/terms/versions/" + label, "application/json", "{}").status())
                .isEqualTo(405);
    }

    @Test
    void a_text_needs_both_languages() {
        for (String text : List.of("{\"id\":\"Isi.\"}", "{\"id\":\"Isi.\",\"en\":null}")) {
            Browser.Answer refused = admin.post("/api/v1/documents/privacy", """
                    {"version": "%s", "effectiveFrom": "%s", "text": %s}""".formatted(label(), today, text));

            assertThat(refused.fieldCodes()).as(refused.body()).containsEntry("/text/en", "required");
        }
    }

    @Test
    void only_administrators_publish_and_there_are_two_kinds() {
        assertThat(backOffice.staff(Role.MARKETER).post("/api/v1/documents/terms", "{}").status()).isEqualTo(403);
        assertThat(backOffice.stranger().get("/api/v1/documents/rules").text("code")).isEqualTo("document_not_found");
        assertThat(backOffice.stranger().get("/api/v1/documents/terms/versions/none").status()).isEqualTo(404);
    }

    private Browser.Answer publish(String kind, String label, LocalDate from) {
        return admin.post("/api/v1/documents/" + kind, """
                {"version": "%s", "effectiveFrom": "%s", "text": {"id": "## Judul\\n\\nIsi.", "en": "## Title\\n\\nWords."}}"""
                .formatted(label, from));
    }

    private static String label() {
        return UUID.randomUUID().toString().substring(0, 18);
    }
}
