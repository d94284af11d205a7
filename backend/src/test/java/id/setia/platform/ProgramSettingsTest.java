package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.kernel.BusinessClock;
import id.setia.partners.ApiClients;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A new deployment of two nodes, from its founding to its first purchase; each test takes it as it finds it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgramSettingsTest {

    private static final String PROGRAM = "/api/v1/settings/program";
    private static final String LOOK = "/api/v1/settings/look";
    private static final String CONTACT = "/api/v1/settings/contact";
    private static final DatabaseAddress SERVER = TestDatabase.address();
    private static final DatabaseAddress OWN =
            new DatabaseAddress(SERVER.url().replace("/setia?", "/setia_settings?"), SERVER.user(), SERVER.password());

    private static ApplicationContext one;
    private static ApplicationContext other;
    private static Partner owner;
    private static Browser admin;

    @BeforeAll
    static void found() throws SQLException {
        try (var connection = SERVER.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_settings");
            statement.execute("CREATE DATABASE setia_settings CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        Migrations.migrate(OWN);
        one = node();
        other = node();
        owner = one.getBean(Founding.class).found(false).orElseThrow();
        admin = one.getBean(BackOffice.class).staff(Role.ADMINISTRATOR);
    }

    private static ApplicationContext node() {
        ApplicationContext node =
                new TestContextBuilder()
                        .properties(Application.datasource(OWN))
                        .properties(Map.of("setia.rate-limits.stranger", "1000000"))
                        .start();
        node.getBean(EmbeddedServer.class).start();
        return node;
    }

    @AfterAll
    static void end() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void a_new_deployment_has_its_owner_its_texts_and_tells_what_is_missing() {
        assertThat(one.getBean(PartnerDirectory.class).owner()).isEqualTo(owner);
        assertThat(stranger(one).get("/api/v1/documents/terms").text("version")).isEqualTo("1");
        assertThat(steps()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "program", false, "store", false, "till", false, "rule", true, "texts", false));
    }

    @Test
    @Order(2)
    void a_change_of_the_programme_is_seen_by_both_nodes_within_a_second() {
        stranger(other).get("/api/v1/program");
        String tag = admin.get(PROGRAM).header("ETag");

        Browser.Answer changed = admin.put(PROGRAM, tag, program("Warung Kita", "IDR", "Asia/Makassar", "12.5"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("fixed").getBooleanValue()).isFalse();
        JsonNode here = stranger(one).get("/api/v1/program").json();
        assertThat(here.get("name").getStringValue()).isEqualTo("Warung Kita");
        assertThat(here.get("timeZone").getStringValue()).isEqualTo("Asia/Makassar");
        assertThat(here.get("pointWorth").get("amount").getStringValue()).isEqualTo("12.50");
        assertThat(here.get("pointsName").get("en").getStringValue()).isEqualTo("stars");
        assertThat(secondsUntil(other, program -> program.get("name").getStringValue().equals("Warung Kita")))
                .isLessThan(2);
        assertThat(steps()).containsEntry("program", true);
        assertThat(admin.put(PROGRAM, tag, program("Warung", "IDR", "Asia/Jakarta", "10")).status()).isEqualTo(412);
        assertThat(one.getBean(AuditTrail.class).verify().holds()).isTrue();
    }

    /** Asks a node again and again, up to five seconds. */
    private static double secondsUntil(ApplicationContext node, Predicate<JsonNode> seen) {
        Instant began = Instant.now();
        Browser browser = stranger(node);
        while (Duration.between(began, Instant.now()).toSeconds() < 5) {
            if (seen.test(browser.get("/api/v1/program").json())) {
                return Duration.between(began, Instant.now()).toMillis() / 1000.0;
            }
        }
        throw new AssertionError("not seen within five seconds");
    }

    @Test
    @Order(3)
    void what_no_programme_can_be_is_refused_field_by_field() {
        String tag = admin.get(PROGRAM).header("ETag");

        assertThat(admin.put(PROGRAM, tag, program(" ", "XX1", "Mars/Olympus", "1e3")).fieldCodes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/name", "required",
                        "/currency", "currency_unknown",
                        "/timeZone", "time_zone_unknown",
                        "/pointWorth", "decimal_malformed"));
        assertThat(admin.put(PROGRAM, tag, program("Warung", "JPY", "Asia/Jakarta", "10")).fieldCodes())
                .containsEntry("/currency", "currency_digits_differ");
        assertThat(admin.put(PROGRAM, tag, program("Warung", "IDR", "Asia/Jakarta", "0")).fieldCodes())
                .containsEntry("/pointWorth", "not_positive");
    }

    @Test
    @Order(4)
    void a_colour_that_white_cannot_be_read_on_is_refused_with_the_nearest_that_will_do() {
        Browser.Answer refused = admin.put(LOOK, admin.get(LOOK).header("ETag"), "{\"primaryColor\": \"#ff8800\"}");

        assertThat(refused.fieldCodes()).containsEntry("/primaryColor", "color_too_light");
        String offered = refused.body().replaceAll("(?s).*(#[0-9a-f]{6}).*", "$1");
        Browser.Answer painted = admin.put(LOOK, admin.get(LOOK).header("ETag"), "{\"primaryColor\": \"" + offered + "\"}");
        assertThat(painted.text("primaryColor")).isEqualTo(offered);
        assertThat(secondsUntil(other, program -> program.get("palette") != null)).isLessThan(2);
        assertThat(admin.put(LOOK, painted.header("ETag"), "{\"primaryColor\": \"orange\"}").fieldCodes())
                .containsEntry("/primaryColor", "color_malformed");
    }

    @Test
    @Order(5)
    void a_logo_is_shown_from_an_address_of_its_own_for_as_long_as_anybody_likes() throws IOException {
        Browser.Answer hung = upload(picture(320, 64));
        assertThat(hung.status()).as(hung.body()).isEqualTo(200);

        String url = stranger(one).get("/api/v1/program").json().get("logo").get("url").getStringValue();
        Browser.Answer picture = stranger(other).get(url);

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(stranger(one).with("If-None-Match", picture.header("ETag")).get(url).status()).isEqualTo(304);
        assertThat(stranger(one).get(url.replaceAll("[0-9a-f]{4}$", "0000")).status()).isEqualTo(404);

        Browser.Answer another = upload(picture(64, 64));
        assertThat(another.json().get("logo").get("url").getStringValue()).isNotEqualTo(url);
        admin.with("If-Match", another.header("ETag"));
        assertThat(admin.delete(LOOK + "/logo").json().get("logo")).isNull();
        admin.with("If-Match", "");
    }

    @Test
    @Order(6)
    void what_is_no_picture_of_use_is_refused() throws IOException {
        assertThat(upload("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)).fieldCodes())
                .containsEntry("/file", "logo_unreadable");
        assertThat(upload(new byte[256 * 1024 + 1]).fieldCodes()).containsEntry("/file", "logo_too_large");
        assertThat(upload(picture(16, 64)).fieldCodes()).containsEntry("/file", "logo_dimensions");
    }

    private static Browser.Answer upload(byte[] content) {
        admin.with("If-Match", admin.get(LOOK).header("ETag"));
        try {
            return admin.upload(LOOK + "/logo", "logo.png", content, Map.of());
        } finally {
            admin.with("If-Match", "");
        }
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    @Order(7)
    void the_contact_is_told_to_everybody() {
        String tag = admin.get(CONTACT).header("ETag");
        assertThat(admin.put(CONTACT, tag, "{\"email\": \"halo\", \"phone\": \"telepon\"}").fieldCodes())
                .containsEntry("/email", "email_malformed")
                .containsEntry("/phone", "phone_malformed");

        admin.put(CONTACT, tag, "{\"email\": \"halo@warung.example\", \"phone\": \"+62 21 555 1234\"}");

        JsonNode contact = stranger(one).get("/api/v1/program").json().get("contact");
        assertThat(contact.get("email").getStringValue()).isEqualTo("halo@warung.example");
        assertThat(contact.get("phone").getStringValue()).isEqualTo("+62 21 555 1234");
    }

    @Test
    @Order(8)
    void others_than_administrators_change_nothing() {
        Browser marketer = one.getBean(BackOffice.class).staff(Role.MARKETER);
        assertThat(marketer.put(PROGRAM, "\"1\"", program("Warung", "IDR", "Asia/Jakarta", "10")).status()).isEqualTo(403);
        assertThat(marketer.get(PROGRAM).status()).isEqualTo(403);
        assertThat(marketer.get("/api/v1/setup-steps").status()).isEqualTo(403);
    }

    @Test
    @Order(9)
    void after_the_first_purchase_currency_and_time_zone_are_fixed_and_the_name_is_not() {
        sell();
        String tag = admin.get(PROGRAM).header("ETag");

        assertThat(admin.put(PROGRAM, tag, program("Warung Kita", "USD", "Asia/Makassar", "10")).text("code"))
                .isEqualTo("program_fixed");
        Browser.Answer zone = admin.put(PROGRAM, tag, program("Warung Kita", "IDR", "Asia/Jakarta", "10"));
        assertThat(zone.status()).isEqualTo(409);
        assertThat(zone.text("code")).isEqualTo("program_fixed");
        Browser.Answer renamed = admin.put(PROGRAM, tag, program("Warung Baru", "IDR", "Asia/Makassar", "10"));
        assertThat(renamed.text("name")).as(renamed.body()).isEqualTo("Warung Baru");
        assertThat(renamed.json().get("fixed").getBooleanValue()).isTrue();
        assertThat(steps()).containsEntry("store", true).containsEntry("till", true);
    }

    @Test
    @Order(10)
    void when_the_texts_are_reviewed_nothing_is_missing() {
        LocalDate today = one.getBean(BusinessClock.class).now().atZone(ZoneId.of("Asia/Makassar")).toLocalDate();
        for (String kind : new String[] {"terms", "privacy"}) {
            Browser.Answer published = admin.post("/api/v1/documents/" + kind, """
                    {"version": "2026", "effectiveFrom": "%s", "text": {"id": "Isi.", "en": "Words."}}""".formatted(today));
            assertThat(published.status()).as(published.body()).isEqualTo(201);
        }

        assertThat(admin.get("/api/v1/setup-steps").json().get("done").getBooleanValue()).isTrue();
    }

    private static void sell() {
        PartnerDirectory partners = one.getBean(PartnerDirectory.class);
        Caller nobody = new Caller.Stranger();
        Store store = partners.createStore(nobody, owner.id(), "toko", "Toko", ZoneId.of("Asia/Makassar"), "");
        Terminal till = partners.createTerminal(nobody, store.id(), "1");
        var issued = one.getBean(ApiClients.class)
                .create(nobody, "till", owner.id(), Optional.of(till.id()), "Kasir", EnumSet.of(Scope.PURCHASES_WRITE));
        Browser system = stranger(one);
        Browser.Answer token = system.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=till&client_secret=" + issued.secret());
        Instant now = one.getBean(BusinessClock.class).now();
        Browser.Answer sold = system.with("Authorization", "Bearer " + token.text("access_token")).post("/api/v1/purchases", """
                {"channel": "store", "till": "1", "receiptNumber": "A1", "businessDate": "%s", "occurredAt": "%s",
                 "lines": [{"position": 1, "sku": "1", "name": "Beras", "quantity": "1", "amount": {"amount": "50000", "currency": "IDR"}}],
                 "total": {"amount": "50000", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "50000", "currency": "IDR"}}]}"""
                .formatted(now.atZone(ZoneId.of("Asia/Makassar")).toLocalDate(), now));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
    }

    private static Map<String, Boolean> steps() {
        Map<String, Boolean> steps = new LinkedHashMap<>();
        admin.get("/api/v1/setup-steps").json().get("items").values().forEach(item ->
                steps.put(item.get("step").getStringValue(), item.get("done").getBooleanValue()));
        return steps;
    }

    private static Browser stranger(ApplicationContext node) {
        return node.getBean(BackOffice.class).stranger();
    }

    private static String program(String name, String currency, String zone, String worth) {
        return """
                {"name": "%s", "pointsName": {"id": "bintang", "en": "stars"}, "pointWorth": "%s", "currency": "%s", "timeZone": "%s"}"""
                .formatted(name, worth, currency, zone);
    }
}
