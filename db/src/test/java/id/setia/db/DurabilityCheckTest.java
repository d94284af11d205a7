package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that may lose what it acknowledged is not served from. */
class DurabilityCheckTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("setia.test.directory"));
    private static final Map<String, String> SAFE = Map.of(
            "innodb_flush_log_at_trx_commit", "1",
            "innodb_doublewrite", "ON",
            "innodb_flush_method", "O_DIRECT",
            "log_bin", "ON",
            "sync_binlog", "1",
            "sql_mode", "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION",
            "tx_isolation", "READ-COMMITTED",
            "transaction_isolation", "READ-COMMITTED");

    @TempDir
    Path directory;

    @Test
    void the_embedded_database_and_careful_sessions_are_good() {
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            DatabaseAddress address = database.address();

            assertThatCode(() -> DurabilityCheck.require(address)).doesNotThrowAnyException();

            var lenient = new DatabaseAddress(address.url().replaceFirst("sql_mode='[^']*'", "sql_mode=''") + "&jdbcCompliantTruncation=false", address.user(), address.password());
            assertThatThrownBy(() -> DurabilityCheck.require(lenient))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("sql_mode of Setia's sessions is ''")
                    .hasMessageContaining("must contain STRICT_TRANS_TABLES");
        }
    }

    @Test
    void a_server_set_up_for_speed_is_refused_with_everything_that_is_to_be_changed() throws Exception {
        EmbeddedDatabase.start(directory, PROGRAMS).close();
        int port = freePort();
        Process careless = launch(port, "--innodb-flush-log-at-trx-commit=2", "--skip-innodb-doublewrite", "--log-bin=binary", "--sync-binlog=0");
        try {
            DatabaseAddress address = DatabaseAddress.local(port, "setia", "setia", Files.readString(directory.resolve("database.password")).strip());
            awaitAnswer(careless, address);

            assertThatThrownBy(() -> DurabilityCheck.require(address))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("The database at setia@jdbc:mysql://127.0.0.1:" + port + "/setia could lose what it acknowledged")
                    .hasMessageContaining("innodb_flush_log_at_trx_commit is 2 and must be 1")
                    .hasMessageContaining("innodb_doublewrite is OFF and must be ON")
                    .hasMessageContaining("sync_binlog is 0 and must be 1")
                    .hasMessageContaining("SET GLOBAL")
                    .hasMessageContaining("SETIA_DB_WAIVE=innodb_flush_log_at_trx_commit,innodb_doublewrite,sync_binlog");
            assertThatThrownBy(() -> DurabilityCheck.require(address, Set.of("innodb_doublewrite", "sync_binlog")))
                    .hasMessageContaining("innodb_flush_log_at_trx_commit is 2")
                    .hasMessageNotContaining("innodb_doublewrite is OFF");
            assertThat(DurabilityCheck.require(address, DurabilityCheck.WAIVABLE))
                    .hasSize(3)
                    .anySatisfy(waived -> assertThat(waived).contains("innodb_doublewrite is OFF"));
        } finally {
            careless.destroy();
            assertThat(careless.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "innodb_flush_log_at_trx_commit, 0, innodb_flush_log_at_trx_commit is 0 and must be 1",
        "innodb_doublewrite, OFF, innodb_doublewrite is OFF",
        "innodb_flush_method, NOSYNC, innodb_flush_method is NOSYNC",
        "sync_binlog, 1000, sync_binlog is 1000 and must be 1 where log_bin is ON",
        "sql_mode, NO_ENGINE_SUBSTITUTION, must contain STRICT_TRANS_TABLES",
        "tx_isolation, REPEATABLE-READ, tx_isolation is REPEATABLE-READ",
        "transaction_isolation, SERIALIZABLE, transaction_isolation is SERIALIZABLE"
    })
    void each_setting_that_is_not_safe_is_named(String setting, String value, String fault) {
        var settings = new HashMap<>(SAFE);
        settings.put(setting, value);

        assertThat(DurabilityCheck.faults(settings).values()).singleElement().asString().contains(fault);
        assertThat(DurabilityCheck.faults(settings)).containsOnlyKeys(setting);
    }

    @Test
    void a_binary_log_nobody_writes_needs_no_flush_and_settings_an_engine_does_not_have_are_no_fault() {
        var settings = new HashMap<>(SAFE);
        settings.putAll(Map.of("log_bin", "OFF", "sync_binlog", "0"));

        assertThat(DurabilityCheck.faults(SAFE)).isEmpty();
        assertThat(DurabilityCheck.faults(settings)).isEmpty();
        assertThat(DurabilityCheck.faults(Map.of())).isEmpty();
    }

    private Process launch(int port, String... others) throws IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            List<String> options = new ArrayList<>(List.of(ServerOptions.of(data, port)));
            options.removeIf(option -> option.matches("--innodb-(flush-log-at-trx-commit|doublewrite).*|--skip-log-bin"));
            options.addAll(List.of(others));
            return new ProcessBuilder(Engine.unpackInto(PROGRAMS.toAbsolutePath().normalize()).server(data.tables(), options.toArray(String[]::new)))
                    .redirectErrorStream(true)
                    .redirectOutput(data.log().toFile())
                    .start();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(Process server, DatabaseAddress address) throws SQLException {
        while (true) {
            try (var connection = address.connect()) {
                return;
            } catch (SQLException notYet) {
                if (!server.isAlive()) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }
}
