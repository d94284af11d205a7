package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.db.DatabaseAddress;
import id.setia.db.DatabaseUnusableException;
import id.setia.kernel.PublicId;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.testing.Browser;
import id.setia.testing.TestDatabase;
import id.setia.testing.TestMembers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole deployment is backed up while it works, and lives on elsewhere. */
class BackupTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private StartSettings settings;

    @BeforeEach
    void an_installation() {
        settings = installation("first");
    }

    @AfterEach
    void close_what_is_open() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        for (Path link : links) {
            Files.delete(link);
        }
    }

    /** A home of its own, with the database's programs that all tests share. */
    private StartSettings installation(String name) {
        try {
            Path home = Files.createDirectory(directory.resolve(name));
            Path shared = Path.of(System.getProperty("setia.test.directory")).toAbsolutePath().normalize();
            TestDatabase.address();
            try (Stream<Path> programs = Files.list(shared)) {
                for (Path program : programs.filter(each -> each.getFileName().toString().matches("mariadb-[0-9.]+")).toList()) {
                    links.add(Files.createSymbolicLink(home.resolve(program.getFileName()), program));
                }
            }
            return StartSettings.of(Map.of("SETIA_HOME", home.toString(), "SETIA_DEMO", "0"), false);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A running deployment with a till. */
    private final class Deployed implements AutoCloseable {

        private final StartDatabase database;
        private final ApplicationContext context;
        private final EmbeddedServer server;
        private boolean closed;

        private Deployed(StartSettings settings) {
            database = StartDatabase.open(settings);
            context = ApplicationContext.builder(Application.class)
                    .deduceEnvironment(false)
                    .banner(false)
                    .properties(settings.properties())
                    .properties(Application.datasource(database.address()))
                    .properties(Map.of("micronaut.server.port", "-1"))
                    .start();
            server = context.getBean(EmbeddedServer.class).start();
            open.add(this);
        }

        private <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        private Browser browser() {
            return new Browser(server, bean(JsonMapper.class));
        }

        private IssuedClient till() {
            PartnerDirectory partners = bean(PartnerDirectory.class);
            Store store = partners.createStore(NOBODY, partners.owner().id(), "melati", "Toko Melati", JAKARTA, "Jakarta");
            Terminal terminal = partners.createTerminal(NOBODY, store.id(), "1");
            return bean(ApiClients.class)
                    .create(
                            NOBODY,
                            "till-melati",
                            partners.owner().id(),
                            Optional.of(terminal.id()),
                            "Kasir 1",
                            EnumSet.of(Scope.PURCHASES_WRITE, Scope.MEMBERS_READ));
        }

        private Browser signedIn(IssuedClient till) {
            Browser.Answer token = browser().postForm(
                    "/api/v1/oauth/token",
                    "grant_type=client_credentials&client_id=" + till.clientKey() + "&client_secret=" + till.secret());
            assertThat(token.status()).as(token.body()).isEqualTo(200);
            return browser().with("Authorization", "Bearer " + token.text("access_token"));
        }

        private Map<String, String> contents() {
            return BackupTest.contents(database.address());
        }

        private long number(String query) {
            return BackupTest.number(database.address(), query);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                context.close();
                database.close();
            }
        }
    }

    @Test
    void a_deployment_is_backed_up_while_it_works_and_lives_on_elsewhere() throws Exception {
        Deployed first = new Deployed(settings);
        TestMembers.TestMember budi = first.bean(TestMembers.class).join();
        IssuedClient client = first.till();
        Browser till = first.signedIn(client);
        buy(till, budi, "A", 1);

        Path busy = backUpWhileBuying(first, till, budi);
        first.context.close();
        Path still = backup(settings, directory.resolve("still.backup"));
        Map<String, String> contents = first.contents();
        long points = first.number("SELECT SUM(available) FROM points_account");
        first.close();

        StartSettings second = installation("second");
        assertThat(restore(second, still, key())).contains("holds").contains("The ledger's proof holds");
        Deployed again = new Deployed(second);
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
        assertThat(restore(fourth, busy, key())).contains("The ledger's proof holds");
        try (StartDatabase restored = StartDatabase.open(fourth)) {
            DatabaseAddress address = restored.address();
            assertThat(number(address, "SELECT SUM(available) FROM points_account"))
                    .as("balances are those of the purchases inside, and of joining")
                    .isEqualTo(number(address, "SELECT SUM(points) FROM purchase") + 100);
            assertThat(number(address, "SELECT COUNT(*) FROM purchase"))
                    .isGreaterThan(1)
                    .isLessThanOrEqualTo(number(address, "SELECT COUNT(*) FROM ledger_transaction"));
        }
    }

    /** Purchases come in before, during and after. */
    private Path backUpWhileBuying(Deployed first, Browser till, TestMembers.TestMember budi) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch underWay = new CountDownLatch(5);
        CompletableFuture<Integer> buying = CompletableFuture.supplyAsync(() -> {
            int bought = 0;
            while (!enough.get()) {
                buy(till, budi, "B", ++bought);
                underWay.countDown();
            }
            return bought;
        });
        assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
        Path file = backup(settings, directory.resolve("busy.backup"));
        enough.set(true);
        assertThat(buying.get(30, TimeUnit.SECONDS)).isGreaterThan(5);
        return file;
    }

    @Test
    void without_its_key_a_backup_is_not_restored_and_the_refusal_says_what_is_missing() throws IOException {
        new Deployed(settings).close();
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
        new Deployed(settings).close();
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
        Deployed running = new Deployed(settings);
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
        new Deployed(settings).close();
    }

    private static void buy(Browser till, TestMembers.TestMember member, String series, int number) {
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

    private static long number(DatabaseAddress address, String query) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }
}
