package id.setia.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Feed;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
    PartnerDirectory partners;

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
        "INSERT INTO member (id) VALUES (uuid())",
        "SELECT id FROM member WHERE changed_at < UTC_TIMESTAMP",
        "SELECT id FROM member WHERE id = ? FOR UPDATE NOWAIT",
        "SELECT id FROM member WHERE name REGEXP ?",
        "SELECT id FROM member ORDER BY id LIMIT 20, 10",
        "SELECT id FROM member INTERSECT SELECT member_id FROM purchase",
        "INSERT INTO epoch (name, value) VALUES (?, 1) AS fresh ON DUPLICATE KEY UPDATE value = fresh.value",
        "SELECT details->>'$.kind' FROM purchase WHERE id = ?",
        "SELECT @seen := id FROM member",
        "TRUNCATE outbox",
        "SET SESSION sql_mode = ''",
        "CALL sweep()",
        "SELECT id FROM purchase WHERE (member_id = ? AND id > ?) OR (member_id = ? AND id > ?) ORDER BY member_id, id LIMIT 100",
        "SELECT p.id FROM purchase p WHERE ((p.member_id = ? AND p.id BETWEEN ? AND ?) OR (p.member_id = ? AND p.id BETWEEN ? AND ?)) ORDER BY p.id LIMIT 9"
    })
    void what_not_every_engine_understands_is_forbidden(String statement) {
        assertThat(SqlLint.complaint(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT id, member_seq FROM outbox ORDER BY recorded_at, id LIMIT ?",
        "INSERT INTO epoch (name, value) VALUES (?, 1) ON DUPLICATE KEY UPDATE value = value + VALUES(value)",
        "SELECT id FROM purchase WHERE natural_key IN (?, ?) FOR UPDATE",
        "SELECT id FROM purchase WHERE (member_id = ? AND id > ?) OR (member_id = ? AND id > ?) ORDER BY member_id, id",
        "SELECT id FROM purchase WHERE ((member_id = ? AND id > ?) OR (member_id = ? AND id > ?)) AND member_id BETWEEN ? AND ? ORDER BY id LIMIT 9",
        "SELECT id FROM purchase WHERE member_id BETWEEN ? AND ? AND ((member_id = ? AND id > ?) OR (member_id = ? AND id > ?)) ORDER BY id LIMIT 9",
        "(SELECT id FROM purchase WHERE member_id = ? ORDER BY id LIMIT 9) UNION ALL (SELECT id FROM purchase WHERE member_id = ? ORDER BY id LIMIT 9)",
        "SELECT id FROM job WHERE state IN ('queued', 'running now()') ORDER BY id LIMIT 100"
    })
    void what_every_engine_understands_is_not(String statement) {
        assertThat(SqlLint.complaint(statement)).isEmpty();
    }

    @Test
    void rows_go_out_a_thousand_at_a_time_and_changes_one_by_one() {
        String insert = "INSERT INTO epoch (name, value) VALUES (?, 1)";
        String update = "UPDATE epoch SET value = ? WHERE name = ?";

        assertThat(SqlLint.complaint(insert, 1_000)).isEmpty();
        assertThat(SqlLint.complaint(insert, 1_001)).isPresent();
        assertThat(SqlLint.complaint(update, 1)).isEmpty();
        assertThat(SqlLint.complaint(update, 2)).isPresent();
    }

    @Test
    void statements_of_the_application_are_read_along() {
        feed.last();

        assertThat(watch.statements()).contains("SELECT MAX(position) FROM feed");
        partners.partners();
        assertThat(watch.statements()).as("what is read past the framework").anyMatch(text -> text.contains("FROM partner"));
        assertThatThrownBy(() -> transactions.read(connection ->
                        connection.prepareStatement("SELECT NOW()").executeQuery()))
                .hasStackTraceContaining("times are made by the application");
        assertThatThrownBy(feed::last).as("nothing goes on after it").hasStackTraceContaining("SELECT NOW()");
        assertThat(SqlWatch.pardon()).isPresent();
        assertThatThrownBy(() -> transactions.write(this::changesInABatch)).hasStackTraceContaining("changes in batches");
        assertThat(SqlWatch.pardon()).isPresent();
        feed.last();
    }

    private int[] changesInABatch(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE epoch SET value = ? WHERE name = ?")) {
            for (int row = 0; row < 2; row++) {
                update.setLong(1, row);
                update.setString(2, "nothing");
                update.addBatch();
            }
            return update.executeBatch();
        }
    }
}
