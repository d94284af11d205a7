package id.setia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Feed;
import id.setia.kernel.Transactions;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class SqlLintTest {

    @Inject
    Transactions transactions;

    @Inject
    Feed feed;

    @Inject
    SqlWatch watch;

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE lease SET held_until = NOW() WHERE name = ?",
        "INSERT INTO feed (position) VALUES (?) RETURNING position",
        "SELECT id FROM outbox LIMIT 1 FOR UPDATE SKIP LOCKED",
        "SELECT GET_LOCK('feed', 1)",
        "ALTER TABLE feed ADD FOREIGN KEY (member_id) REFERENCES member (id)",
        "INSERT IGNORE INTO epoch (name, value) VALUES (?, 1)",
        "SELECT id FROM offer WHERE JSON_EXTRACT(audience, '$.kind') = ?",
        "select * from member",
        "INSERT INTO member (id) VALUES (uuid())"
    })
    void what_not_every_engine_understands_is_forbidden(String statement) {
        assertThat(SqlLint.complaint(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT id, member_seq FROM outbox ORDER BY recorded_at, id LIMIT ?",
        "INSERT INTO epoch (name, value) VALUES (?, 1) ON DUPLICATE KEY UPDATE value = value + VALUES(value)",
        "SELECT id FROM purchase WHERE natural_key IN (?, ?) FOR UPDATE"
    })
    void what_every_engine_understands_is_not(String statement) {
        assertThat(SqlLint.complaint(statement)).isEmpty();
    }

    @Test
    void statements_of_the_application_are_read_along() {
        feed.last();

        assertThat(watch.statements()).contains("SELECT MAX(position) FROM feed");
        assertThatThrownBy(() -> transactions.read(connection ->
                        connection.prepareStatement("SELECT NOW()").executeQuery()))
                .hasStackTraceContaining("times are made by the application");
    }
}
