package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SetiaTest
class AuditTrailTest {

    @Inject
    AuditTrail audit;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    @Test
    void the_trail_follows_from_its_beginning_to_its_end() {
        long before = audit.verify().events();
        record("email", "budi@example.com");
        record("roles", "marketer");

        AuditTrail.Check check = audit.verify();

        assertThat(check.holds()).isTrue();
        assertThat(check.events()).isEqualTo(before + 2);
    }

    @Test
    void values_are_kept_as_hashes_only() {
        long seq = record("email", "budi@example.com");

        assertThat(text("fields", seq)).matches("email=[0-9a-f]{16}");
    }

    @Test
    void a_changed_row_is_found() {
        long changed = record("name", "Budi");
        record("name", "Sari");
        String action = text("action", changed);

        update("UPDATE audit_event SET action = 'member.unchanged' WHERE seq = " + changed);
        AuditTrail.Check check = audit.verify();
        update("UPDATE audit_event SET action = '" + action + "' WHERE seq = " + changed);

        assertThat(check.holds()).isFalse();
        assertThat(check.brokenAt()).hasValue(changed);
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void a_row_missing_in_the_middle_or_at_the_end_is_found() {
        long middle = record("name", "Budi");
        long last = record("name", "Sari");

        update("UPDATE audit_event SET seq = -seq WHERE seq = " + middle);
        AuditTrail.Check withoutMiddle = audit.verify();
        update("UPDATE audit_event SET seq = -seq WHERE seq = -" + middle);
        update("UPDATE audit_event SET seq = -seq WHERE seq = " + last);
        AuditTrail.Check withoutLast = audit.verify();
        update("UPDATE audit_event SET seq = -seq WHERE seq = -" + last);

        assertThat(withoutMiddle.brokenAt()).hasValue(last);
        assertThat(withoutLast.brokenAt()).hasValue(last);
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void many_writers_make_one_chain() throws Exception {
        long before = audit.verify().events();
        try (var writers = Executors.newFixedThreadPool(8)) {
            writers.invokeAll(IntStream.range(0, 40)
                            .<Callable<Long>>mapToObj(number -> () -> record("number", "" + number))
                            .toList())
                    .forEach(done -> assertThat(done.state()).isEqualTo(Future.State.SUCCESS));
        }

        assertThat(audit.verify()).isEqualTo(new AuditTrail.Check(before + 40, OptionalLong.empty()));
    }

    @Test
    void what_is_rolled_back_leaves_no_trace() {
        long before = audit.verify().events();
        try {
            transactions.write(connection -> {
                record("name", "Budi");
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }

        assertThat(audit.verify()).isEqualTo(new AuditTrail.Check(before, OptionalLong.empty()));
    }

    private long record(String field, String value) {
        UUID subject = ids.next();
        audit.record(
                new Caller.SignedInStaff(ids.next(), EnumSet.of(Role.AUDITOR)),
                "member.changed",
                "member",
                subject,
                field,
                value);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT seq FROM audit_event WHERE subject_id = ?")) {
                select.setBytes(1, UuidBytes.of(subject));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private String text(String column, long seq) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT " + column + " FROM audit_event WHERE seq = " + seq);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private void update(String sql) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                assertThat(update.executeUpdate()).isEqualTo(1);
                return null;
            }
        });
    }
}
