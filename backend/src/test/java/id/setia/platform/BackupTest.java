package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.db.DatabaseAddress;
import id.setia.db.DatabaseUnusableException;
import id.setia.kernel.PublicId;
import id.setia.partners.IssuedClient;
import id.setia.testing.Browser;
import id.setia.testing.TestMembers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole deployment is backed up while it works, and lives on elsewhere. */
class BackupTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Installations installations;
    private StartSettings settings;

    @BeforeEach
    void an_installation() {
        installations = new Installations(directory);
        settings = installation("first");
    }

    @AfterEach
    void close_what_is_open() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        installations.close();
    }

    private StartSettings installation(String name) {
        return installations.make(name, false);
    }

    private Deployed deploy(StartSettings settings) {
        Deployed deployed = new Deployed(settings);
        open.add(deployed);
        return deployed;
    }

    @Test
    void a_deployment_is_backed_up_while_it_works_and_lives_on_elsewhere() throws Exception {
        Deployed first = deploy(settings);
        TestMembers.TestMember budi = first.bean(TestMembers.class).join();
        IssuedClient client = first.till();
        Browser till = first.signedIn(client);
        buy(till, budi, "A", 1);

        Busy busy = backUpWhileBuying(first, till, List.of(budi, first.bean(TestMembers.class).join()));
        first.stopServing();
        Path still = backup(settings, directory.resolve("still.backup"));
        Map<String, String> contents = contents(first.address());
        long points = first.number("SELECT SUM(available) FROM points_account");
        first.close();

        StartSettings second = installation("second");
        assertThat(restore(second, still, key())).contains("holds").contains("The ledger's proof holds");
        Deployed again = deploy(second);
        assertThat(again.number("SELECT SUM(available) FROM points_account")).isEqualTo(points);
        assertThat(session(again, budi)).as("sign-in works").isEqualTo(201);
        assertThat(again.signedIn(client).get("/api/v1/members/" + publicId(budi)).status())
                .as("a token is signed with the sealed key")
                .isEqualTo(200);
        again.close();

        StartSettings third = installation("third");
        assertThat(restore(third, still, key())).contains("audit trail");
        try (StartDatabase restored = StartDatabase.open(third)) {
            assertThat(contents(restored.address())).as("row by row the same").isEqualTo(contents);
        }

        StartSettings fourth = installation("fourth");
        assertThat(restore(fourth, busy.file(), key())).contains("The ledger's proof holds");
        try (StartDatabase restored = StartDatabase.open(fourth)) {
            DatabaseAddress address = restored.address();
            assertThat(Deployed.number(address, "SELECT SUM(available + pending) FROM points_account"))
                    .as("balances are those of the purchases inside, and of joining")
                    .isEqualTo(Deployed.number(address, "SELECT SUM(points) FROM purchase") + 200);
            assertThat(Deployed.number(address, "SELECT COUNT(*) FROM purchase"))
                    .isGreaterThanOrEqualTo(busy.acknowledged().size() + 1)
                    .isLessThanOrEqualTo(Deployed.number(address, "SELECT COUNT(*) FROM ledger_transaction"));
            assertThat(missing(address, busy.acknowledged())).as("answered before the backup began").isEmpty();
        }
    }

    /** What four tills had answered before the backup began, and the file; purchases come in before, during and after. */
    private record Busy(List<UUID> acknowledged, Path file) {}

    private Busy backUpWhileBuying(Deployed first, Browser till, List<TestMembers.TestMember> members) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch underWay = new CountDownLatch(20);
        List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Integer>> buying = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String series = "T" + thread + "-";
            TestMembers.TestMember member = members.get(thread % members.size());
            buying.add(CompletableFuture.supplyAsync(() -> {
                int bought = 0;
                while (!enough.get()) {
                    acknowledged.add(buy(till, member, series, ++bought));
                    underWay.countDown();
                }
                return bought;
            }));
        }
        assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();
        List<UUID> before = List.copyOf(acknowledged);
        Path file = backup(settings, directory.resolve("busy.backup"));
        enough.set(true);
        for (CompletableFuture<Integer> each : buying) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isPositive();
        }
        assertThat(acknowledged).as("buying went on during the backup").hasSizeGreaterThan(before.size());
        return new Busy(before, file);
    }

    @Test
    void without_its_key_a_backup_is_not_restored_and_the_refusal_says_what_is_missing() throws IOException {
        deploy(settings).close();
        Path file = backup(settings, directory.resolve("a.backup"));
        StartSettings elsewhere = installation("elsewhere");
        Path wrong = Files.writeString(directory.resolve("wrong.key"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        assertThatThrownBy(() -> restore(elsewhere, file, Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no master key")
                .hasMessageContaining("It was in " + settings.key().file())
                .hasMessageContaining("--key");
        assertThatThrownBy(() -> restore(elsewhere, file, Optional.of(wrong)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is another one");
        assertThat(elsewhere.home().resolve("database")).as("nothing was made").doesNotExist();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .as("the key is not inside")
                .doesNotContain(Files.readString(settings.key().file()).strip());
    }

    @Test
    void a_damaged_backup_is_refused_before_anything_is_made() throws Exception {
        deploy(settings).close();
        Path file = backup(settings, directory.resolve("a.backup"));
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            byte[] rows = Files.readAllBytes(zip.getPath("tables/tier"));
            rows[20] ^= 1;
            Files.write(zip.getPath("tables/tier"), rows);
        }
        StartSettings elsewhere = installation("elsewhere");

        assertThatThrownBy(() -> restore(elsewhere, file, key()))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("tier");
        assertThat(elsewhere.home().resolve("database")).doesNotExist();
    }

    @Test
    void nothing_is_restored_over_data_or_under_a_running_server_and_no_server_starts_on_half_a_restore()
            throws Exception {
        Deployed running = deploy(settings);
        Path file = backup(settings, directory.resolve("a.backup"));
        assertThatThrownBy(() -> restore(settings, file, Optional.empty()))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("Another Setia is running");
        running.close();

        assertThatThrownBy(() -> restore(settings, file, Optional.empty()))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("is not empty");
        try (StartDatabase database = StartDatabase.open(settings);
                Connection connection = database.address().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE restore_unfinished (id TINYINT NOT NULL PRIMARY KEY)");
        }
        assertThatThrownBy(() -> StartDatabase.open(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("did not finish");
        assertThat(restore(settings, file, Optional.empty())).contains("The ledger's proof holds");
        deploy(settings).close();
    }

    private static UUID buy(Browser till, TestMembers.TestMember member, String series, int number) {
        Instant now = Instant.now();
        Browser.Answer answer = till.post("/api/v1/purchases", """
                {"channel": "store", "till": "1", "receiptNumber": "%s%d", "businessDate": "%s", "occurredAt": "%s",
                 "member": {"email": "%s"},
                 "lines": [{"position": 1, "sku": "8990001", "name": "Beras 5 kg — pulen", "quantity": "1",
                            "amount": {"amount": "25000", "currency": "IDR"}}],
                 "total": {"amount": "25000", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "25000", "currency": "IDR"}}]}"""
                .formatted(series, number, now.atZone(JAKARTA).toLocalDate(), now, member.email()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return PublicId.PURCHASE.parse(answer.text("purchaseId")).orElseThrow();
    }

    /** Purchases a database does not have. */
    private static List<UUID> missing(DatabaseAddress address, List<UUID> purchases) {
        return purchases.stream()
                .filter(id -> Deployed.number(
                                address,
                                "SELECT COUNT(*) FROM purchase WHERE id = X'" + id.toString().replace("-", "") + "'")
                        == 0)
                .toList();
    }

    private static Path backup(StartSettings settings, Path target) {
        var told = new ByteArrayOutputStream();
        Path file = BackupProgram.make(settings, target, new PrintStream(told, true, StandardCharsets.UTF_8));
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("Backup written: " + file)
                .contains("The master key is not inside. It is in " + settings.key().file());
        return file;
    }

    private static String restore(StartSettings settings, Path file, Optional<Path> key) {
        var told = new ByteArrayOutputStream();
        assertThat(RestoreProgram.run(settings, file, key, new PrintStream(told, true, StandardCharsets.UTF_8)))
                .isTrue();
        return told.toString(StandardCharsets.UTF_8);
    }

    private Optional<Path> key() {
        return Optional.of(settings.key().file());
    }

    private static int session(Deployed deployed, TestMembers.TestMember member) {
        return deployed.browser()
                .loadPage()
                .post(
                        "/api/v1/session",
                        "{\"kind\":\"member\",\"email\":\"" + member.email() + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}")
                .status();
    }

    private static String publicId(TestMembers.TestMember member) {
        return PublicId.MEMBER.format(member.id());
    }

    /** A checksum of each table. */
    private static Map<String, String> contents(DatabaseAddress address) {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SHOW TABLES")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            tables.remove("flyway_schema_history");
            // Restoring proves the ledger and keeps the result.
            tables.remove("ledger_proof");
            try (ResultSet row = statement.executeQuery("CHECKSUM TABLE `" + String.join("`, `", tables) + "`")) {
                while (row.next()) {
                    contents.put(row.getString(1).replaceFirst(".*\\.", ""), row.getString(2));
                }
            }
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
        return contents;
    }
}
