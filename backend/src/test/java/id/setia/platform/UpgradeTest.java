package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.AuditTrail;
import id.setia.db.DatabaseAddress;
import id.setia.db.DemoMark;
import id.setia.db.EmbeddedDatabase;
import id.setia.points.TestSeals;
import id.setia.posting.Proof;
import id.setia.posting.ProofResponse;
import id.setia.testing.Browser;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data directory as an earlier Setia left it, whose tables were of version 11, before there were holds, rewards, seals and
 * months closed for good: the rows are those which that Setia wrote for a demonstration, with its key.
 */
class UpgradeTest {

    private static final String VERSION = "11";
    private static final String ROWS = "/upgrade/tables-of-version-11.sql.gz";
    private static final String KEY = "/upgrade/tables-of-version-11.key";
    private static final List<String> FACTS =
            List.of("member", "points_account", "points_lot", "lot_movement", "ledger_transaction", "ledger_entry", "purchase", "purchase_line", "refund", "standing");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @TempDir
    Path directory;

    private Installations installations;
    private StartSettings settings;
    private Map<String, Long> before;

    @BeforeEach
    void an_older_data_directory() throws Exception {
        installations = new Installations(directory);
        settings = installations.make("older", true);
        try (EmbeddedDatabase older = EmbeddedDatabase.start(settings.home());
                InputStream key = UpgradeTest.class.getResourceAsStream(KEY)) {
            fill(older.address());
            before = rows(older.address());
            Files.copy(key, settings.key().file());
        }
    }

    private static void fill(DatabaseAddress address) throws SQLException, IOException {
        DemoMark.set(address);
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(VERSION)
                .load()
                .migrate();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                InputStream packed = UpgradeTest.class.getResourceAsStream(ROWS);
                InputStream rows = new GZIPInputStream(packed)) {
            statement.execute("DELETE FROM notice_progress");
            for (String insert : new String(rows.readAllBytes(), StandardCharsets.UTF_8).split(";\n\n")) {
                statement.execute(insert);
            }
        }
    }

    private static Map<String, Long> rows(DatabaseAddress address) {
        Map<String, Long> rows = new TreeMap<>();
        FACTS.forEach(table -> rows.put(table, Deployed.number(address, "SELECT COUNT(*) FROM " + table)));
        rows.put("points", Deployed.number(address, "SELECT SUM(available) FROM points_account"));
        return rows;
    }

    @AfterEach
    void remove() throws IOException {
        installations.close();
    }

    @Test
    void is_brought_up_to_date_and_everything_reads_is_proved_and_goes_on() {
        try (Deployed upgraded = new Deployed(settings)) {
            assertThat(upgraded.number("SELECT COUNT(*) FROM flyway_schema_history WHERE success = 1")).isGreaterThan(20);
            assertThat(before.get("purchase")).isGreaterThan(500);
            assertThat(upgraded.number("SELECT COUNT(*) FROM purchase")).isEqualTo(before.get("purchase"));
            prove(upgraded);

            JsonNode sari = reads(signedIn(upgraded, DemoLogins.MEMBER), "/api/v1/members/me");
            assertThat(sari.get("name").getStringValue()).isEqualTo("Sari Wulandari");
            long points = sari.get("points").get("available").getLongValue();
            assertThat(points).isPositive();
            Browser member = signedIn(upgraded, DemoLogins.MEMBER);
            for (String page : List.of("rewards", "offers", "referral", "contacts")) {
                reads(member, "/api/v1/members/me/" + page);
            }
            Browser staff = signedIn(upgraded, DemoLogins.STAFF);
            for (String page : List.of("rules", "offers", "rewards", "partners", "stores", "tiers")) {
                reads(staff, "/api/v1/" + page);
            }

            Browser.Answer bought = buy(upgraded.till("demo-menteng", "demo-menteng-secret"));
            assertThat(bought.status()).as(bought.body()).isEqualTo(201);
            assertThat(reads(member, "/api/v1/members/me").get("points").get("available").getLongValue())
                    .isEqualTo(points + bought.json().get("pointsEarned").getLongValue());
            upgraded.bean(TestSeals.class).seal();
            prove(upgraded);
        }
    }

    private static void prove(Deployed deployed) {
        ProofResponse proof = deployed.bean(Proof.class).now();
        assertThat(proof.promises()).allSatisfy(promise -> assertThat(promise.holds()).as(promise.name()).isTrue());
        assertThat(deployed.bean(AuditTrail.class).verify().holds()).isTrue();
    }

    private static JsonNode reads(Browser browser, String path) {
        Browser.Answer answer = browser.get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Browser signedIn(Deployed deployed, DemoLogin login) {
        Browser browser = deployed.browser();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"" + login.kind() + "\",\"email\":\"" + login.email() + "\",\"password\":\"" + login.password() + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser;
    }

    private static Browser.Answer buy(Browser till) {
        Instant now = Instant.now();
        return till.post("/api/v1/purchases", """
                {"channel": "store", "till": "1", "receiptNumber": "AFTER-1", "businessDate": "%s", "occurredAt": "%s",
                 "member": {"email": "%s"},
                 "lines": [{"position": 1, "sku": "8990001", "name": "Beras 5 kg", "quantity": "1",
                            "amount": {"amount": "50000", "currency": "IDR"}}],
                 "total": {"amount": "50000", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "50000", "currency": "IDR"}}]}"""
                .formatted(now.atZone(JAKARTA).toLocalDate(), now, DemoLogins.MEMBER.email()));
    }
}
