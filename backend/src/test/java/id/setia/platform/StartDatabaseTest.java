package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.db.DatabaseAddress;
import id.setia.db.DemoMark;
import id.setia.db.SandboxMark;
import id.setia.testing.TestDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartDatabaseTest {

    private static final DatabaseAddress SERVER = TestDatabase.address();

    private final DatabaseAddress empty = new DatabaseAddress(SERVER.url().replace("/setia?", "/setia_start?"), SERVER.user(), SERVER.password());

    @BeforeEach
    void emptyTheSchema() throws SQLException {
        try (var connection = SERVER.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_start");
            statement.execute("CREATE DATABASE setia_start");
        }
    }

    @Test
    void an_empty_database_becomes_a_demonstration_when_asked_and_stays_one() {
        open("SETIA_DEMO", "1");

        assertThat(DemoMark.isOn(empty)).isTrue();
        assertThatCode(() -> open("SETIA_DEMO", "1")).doesNotThrowAnyException();
    }

    @Test
    void an_own_database_is_no_demonstration_unless_asked() {
        open("SETIA_DEMO", "");

        assertThat(DemoMark.isOn(empty)).isFalse();
    }

    @Test
    void a_database_in_use_is_never_made_a_demonstration() {
        open("SETIA_DEMO", "0");

        assertThatThrownBy(() -> open("SETIA_DEMO", "1")).isInstanceOf(StartRefused.class).hasMessageContaining("has data of its own and gets no demo data");
        assertThat(DemoMark.isOn(empty)).isFalse();
    }

    @Test
    void a_demonstration_is_never_taken_for_real() {
        open("SETIA_DEMO", "1");

        assertThatThrownBy(() -> open("SETIA_DEMO", "0")).isInstanceOf(StartRefused.class).hasMessageContaining("log-ins that everyone knows");
    }

    @Test
    void an_empty_database_becomes_a_sandbox_when_asked_and_is_never_taken_for_real() {
        open("SETIA_SANDBOX", "1");

        assertThat(SandboxMark.isOn(empty)).isTrue();
        assertThatCode(() -> open("SETIA_SANDBOX", "1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> open("SETIA_SANDBOX", "0"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is a sandbox's, whose time was moved");
    }

    @Test
    void a_database_in_use_is_never_made_a_sandbox() {
        open("SETIA_SANDBOX", "0");

        assertThatThrownBy(() -> open("SETIA_SANDBOX", "1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has data of its own and is no sandbox");
        assertThat(SandboxMark.isOn(empty)).isFalse();
    }

    @Test
    void a_demonstration_may_be_a_sandbox_from_its_beginning() {
        open(Map.of("SETIA_SANDBOX", "1", "SETIA_DEMO", "1"));

        assertThat(DemoMark.isOn(empty)).isTrue();
        assertThat(SandboxMark.isOn(empty)).isTrue();
    }

    private void open(String variable, String value) {
        open(Map.of(variable, value));
    }

    private void open(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SETIA_DB_URL", empty.url(), "SETIA_DB_USER", empty.user(), "SETIA_DB_PASSWORD", empty.password()));
        environment.putAll(variables);
        StartDatabase.open(StartSettings.of(environment, true)).close();
    }
}
