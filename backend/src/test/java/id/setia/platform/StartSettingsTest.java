package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartSettingsTest {

    private static final Map<String, String> OWN_DATABASE =
            Map.of("SETIA_DB_URL", "jdbc:mysql://db/setia", "SETIA_DB_USER", "setia", "SETIA_DB_PASSWORD", "secret");

    @Test
    void nothing_set_is_a_private_server_on_an_embedded_database_without_demo_data() {
        StartSettings settings = StartSettings.of(Map.of(), false);

        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.home()).isEqualTo(Path.of(".setia").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.log()).isEqualTo(LogForm.JSON);
        assertThat(settings.properties())
                .containsEntry("setia.program.currency", "IDR")
                .containsEntry("setia.program.time-zone", "Asia/Jakarta")
                .doesNotContainKey("setia.clock");
    }

    @Test
    void there_are_metrics_only_for_who_shows_a_token_that_cannot_be_guessed() {
        assertThat(StartSettings.of(Map.of(), false).properties()).doesNotContainKey("setia.metrics.token");
        assertThat(StartSettings.of(Map.of("SETIA_METRICS_TOKEN", "a-token-of-the-collector"), false).properties())
                .containsEntry("setia.metrics.token", "a-token-of-the-collector");
        assertThatThrownBy(() -> StartSettings.of(Map.of("SETIA_METRICS_TOKEN", "short"), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SETIA_METRICS_TOKEN");
    }

    @Test
    void webhooks_may_go_where_the_operator_says() {
        assertThat(StartSettings.of(Map.of(), false).properties()).doesNotContainKey("setia.webhook.allow");
        assertThat(StartSettings.of(Map.of("SETIA_WEBHOOK_ALLOW", "Hooks.test, 10.0.0.0/8 ::1,127.0.0.1"), false).properties())
                .containsEntry("setia.webhook.allow", "Hooks.test, 10.0.0.0/8 ::1,127.0.0.1");
    }

    @Test
    void a_demonstration_is_the_default_only_of_an_embedded_database() {
        assertThat(StartSettings.of(Map.of(), true).demo()).isTrue();
        assertThat(StartSettings.of(Map.of("SETIA_DEMO", "0"), true).demo()).isFalse();
        assertThat(StartSettings.of(OWN_DATABASE, true).demo()).isFalse();
    }

    @Test
    void a_sandbox_lives_in_a_directory_of_its_own() {
        StartSettings settings = StartSettings.of(Map.of("SETIA_SANDBOX", "1"), false);

        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.home()).isEqualTo(Path.of(".setia", "sandbox").toAbsolutePath());
        assertThat(settings.properties()).containsEntry("setia.sandbox", true);
        assertThat(StartSettings.of(Map.of(), false).properties()).containsEntry("setia.sandbox", false);
    }

    @Test
    void an_own_database_is_reached_with_the_settings_setia_relies_on() {
        assertThat(StartSettings.of(OWN_DATABASE, false).database()).hasValueSatisfying(address -> {
            assertThat(address.url()).startsWith("jdbc:mysql://db/setia?").contains("connectionTimeZone=UTC");
            assertThat(address.user()).isEqualTo("setia");
            assertThat(address.password()).isEqualTo("secret");
        });
    }

    @Test
    void an_operator_answers_by_name_for_an_engine_that_keeps_commits_by_other_means() {
        var waiving = new HashMap<>(OWN_DATABASE);
        waiving.put("SETIA_DB_WAIVE", "innodb_doublewrite, sync_binlog");

        assertThat(StartSettings.of(OWN_DATABASE, false).waived()).isEmpty();
        assertThat(StartSettings.of(waiving, false).waived()).containsExactly("innodb_doublewrite", "sync_binlog");
    }

    @Test
    void the_clock_of_a_demonstration_can_be_set() {
        StartSettings settings = StartSettings.of(Map.of("SETIA_CLOCK", "2026-03-01T00:00:00Z"), true);

        assertThat(settings.clock()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(settings.properties()).containsEntry("setia.clock", "2026-03-01T00:00:00Z");
    }

    @Test
    void the_clock_of_a_real_programme_cannot_be_set() {
        assertThatThrownBy(() -> StartSettings.of(Map.of("SETIA_CLOCK", "2026-03-01T00:00:00Z"), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SETIA_CLOCK moves the business clock");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SETIA_PORT             | eighty             | SETIA_PORT is 'eighty' but must be a whole number from 1 to 65535.",
        "SETIA_PORT             | 0                  | SETIA_PORT is '0' but must be a whole number from 1 to 65535.",
        "SETIA_DEMO             | perhaps            | SETIA_DEMO is 'perhaps' but must be 1 or 0.",
        "SETIA_CLOCK            | yesterday          | SETIA_CLOCK is 'yesterday' but must be a moment such as 2026-03-01T00:00:00Z.",
        "SETIA_LOG              | xml                | SETIA_LOG is 'xml' but must be text or json.",
        "SETIA_PROGRAM_CURRENCY | Rupiah             | SETIA_PROGRAM_CURRENCY is 'Rupiah' but must be an ISO 4217 currency such as IDR.",
        "SETIA_PROGRAM_TIME_ZONE| Jakarta            | SETIA_PROGRAM_TIME_ZONE is 'Jakarta' but must be a time zone such as Asia/Jakarta.",
        "SETIA_DB_URL           | jdbc:mariadb://a/b | SETIA_DB_URL must look like jdbc:mysql://host:3306/setia, also for MariaDB.",
        "SETIA_DB_URL           | jdbc:mysql://a/b   | SETIA_DB_URL needs SETIA_DB_USER and SETIA_DB_PASSWORD beside it.",
        "SETIA_DB_WAIVE         | sync_binlog        | SETIA_DB_WAIVE is for a database of one's own and needs SETIA_DB_URL beside it.",
        "SETIA_DB_WAIVE         | sql_mode           | SETIA_DB_WAIVE is 'sql_mode' but must be some of innodb_doublewrite,innodb_flush_log_at_trx_commit,innodb_flush_method,sync_binlog.",
        "SETIA_WEBHOOK_ALLOW    | 10.0.0.0/33        | SETIA_WEBHOOK_ALLOW is '10.0.0.0/33' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_WEBHOOK_ALLOW    | 10.0.0.0/eight     | SETIA_WEBHOOK_ALLOW is '10.0.0.0/eight' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_WEBHOOK_ALLOW    | http://hooks.test  | SETIA_WEBHOOK_ALLOW is 'http://hooks.test' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_WEBHOOK_ALLOW    | hooks.test:8080    | SETIA_WEBHOOK_ALLOW is 'hooks.test:8080' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_WEBHOOK_ALLOW    | 300.1.2.3          | SETIA_WEBHOOK_ALLOW is '300.1.2.3' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_WEBHOOK_ALLOW    | *.test             | SETIA_WEBHOOK_ALLOW is '*.test' but must be hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them.",
        "SETIA_DB_USER          | setia              | SETIA_DB_USER and SETIA_DB_PASSWORD need SETIA_DB_URL beside them.",
    })
    void a_value_that_cannot_be_used_is_refused_by_name(String variable, String value, String message) {
        assertThatThrownBy(() -> StartSettings.of(Map.of(variable, value), false)).isInstanceOf(StartRefused.class).hasMessage(message);
    }
}
