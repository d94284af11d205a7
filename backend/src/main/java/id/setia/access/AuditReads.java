package id.setia.access;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the audit trail, the newest first. */
@Singleton
class AuditReads {

    /** Sorts after every character an action may have. */
    private static final String AFTER_ANY = "~";

    private final Transactions transactions;

    AuditReads(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Events before the number given that fit the query. */
    Page<AuditEvent> page(AuditQuery query, long before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("seq < ?"));
        List<Object> values = new ArrayList<>(List.of(before));
        query.actorId().ifPresent(id -> add(conditions, values, "actor_id = ?", id));
        query.subjectId().ifPresent(id -> add(conditions, values, "subject_id = ?", id));
        query.from().ifPresent(from -> add(conditions, values, "at >= ?", Sql.time(from)));
        query.until().ifPresent(until -> add(conditions, values, "at < ?", Sql.time(until)));
        if (!query.actionPrefix().isEmpty()) {
            add(conditions, values, "action >= ?", query.actionPrefix());
            add(conditions, values, "action < ?", query.actionPrefix() + AFTER_ANY);
        }
        List<AuditEvent> rows = select(conditions, values, limit + 1);
        return Page.of(rows, limit, event -> Cursor.of(String.valueOf(event.seq())));
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value instanceof UUID id ? UuidBytes.of(id) : value);
    }

    private List<AuditEvent> select(List<String> conditions, List<Object> values, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT seq, at, actor_kind, actor_id, action, subject_kind, subject_id, fields\n"
                            + "FROM audit_event\n"
                            + "WHERE " + String.join(" AND ", conditions) + "\n"
                            + "ORDER BY seq DESC\n"
                            + "LIMIT " + limit)) {
                for (int index = 0; index < values.size(); index++) {
                    select.setObject(index + 1, values.get(index));
                }
                List<AuditEvent> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(AuditEvent.of(row));
                    }
                }
                return found;
            }
        });
    }
}
