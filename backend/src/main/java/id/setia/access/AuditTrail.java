package id.setia.access;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Who did or saw what. Rows are only added, and each carries the hash of the one before, so that a changed, removed or
 * inserted row is found. Of values only a keyed hash is kept.
 */
@Singleton
public class AuditTrail {

    private static final byte[] BEGINNING = new byte[32];
    private static final int HASH_SHOWN = 16;

    private final Transactions transactions;
    private final SystemClock clock;
    private final Vault vault;

    AuditTrail(Transactions transactions, SystemClock clock, Vault vault) {
        this.transactions = transactions;
        this.clock = clock;
        this.vault = vault;
    }

    /** What is to be written down of one act. */
    public record Entry(
            Caller caller, String action, String subjectKind, UUID subjectId, List<String> fieldsAndValues) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            1,
            """
            INSERT INTO audit_event (
              seq, at, actor_kind, actor_id, action, subject_kind, subject_id, fields, previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing((Row row) -> row.event().seq()),
            (statement, row) -> {
                AuditEvent event = row.event();
                statement.setLong(1, event.seq());
                statement.setObject(2, Sql.time(event.at()));
                statement.setString(3, event.actorKind());
                statement.setBytes(4, UuidBytes.of(event.actorId().orElse(null)));
                statement.setString(5, event.action());
                statement.setString(6, event.subjectKind());
                statement.setBytes(7, UuidBytes.of(event.subjectId()));
                statement.setString(8, event.fields());
                statement.setBytes(9, row.previous());
                statement.setBytes(10, row.hash());
            });

    private record Row(AuditEvent event, byte[] previous, byte[] hash) {}

    private record Head(long seq, byte[] hash) {}

    /**
     * What checking the whole trail found.
     *
     * @param events how many rows were read
     * @param brokenAt number of the first row that does not follow from the one before
     */
    public record Check(long events, OptionalLong brokenAt) {

        public boolean holds() {
            return brokenAt.isEmpty();
        }
    }

    /**
     * Adds a row in the running transaction. Call it last: the end of the trail stays locked until the transaction ends.
     *
     * @param action what happened, {@code staff.created}
     * @param subjectKind the word for what it happened to, {@code staff}
     * @param fieldsAndValues names of the fields concerned, each followed by its new value, of which a hash is kept
     */
    public void record(Caller caller, String action, String subjectKind, UUID subjectId, String... fieldsAndValues) {
        record(List.of(entry(caller, action, subjectKind, subjectId, fieldsAndValues)));
    }

    /** What {@link #record(List)} takes. */
    public static Entry entry(
            Caller caller, String action, String subjectKind, UUID subjectId, String... fieldsAndValues) {
        return new Entry(caller, action, subjectKind, subjectId, List.of(fieldsAndValues));
    }

    /** Adds many rows in the running transaction, by three statements; without any, none. Call it last too. */
    public void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.write(connection -> {
            Head head = lockHead(connection);
            Batch batch = new Batch();
            for (Entry entry : entries) {
                AuditEvent event = event(head.seq() + 1, entry);
                byte[] hash = event.hash(head.hash());
                batch.add(ROWS, new Row(event, head.hash(), hash));
                head = new Head(event.seq(), hash);
            }
            batch.flush(connection);
            moveHead(connection, head);
            return null;
        });
    }

    private AuditEvent event(long seq, Entry entry) {
        return new AuditEvent(
                seq,
                clock.now(),
                kind(entry.caller()),
                entry.caller().actorId(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                hashed(entry.fieldsAndValues()));
    }

    private static String kind(Caller caller) {
        return switch (caller) {
            case Caller.Stranger stranger -> "nobody";
            case Caller.SignedInMember member -> "member";
            case Caller.SignedInStaff staff -> "staff";
            case Caller.ApiClient client -> "client";
        };
    }

    private String hashed(List<String> fieldsAndValues) {
        StringBuilder fields = new StringBuilder();
        for (int index = 0; index < fieldsAndValues.size(); index += 2) {
            String hash = HexFormat.of().formatHex(vault.fingerprint("audit", fieldsAndValues.get(index + 1)));
            fields.append(index == 0 ? "" : " ")
                    .append(fieldsAndValues.get(index))
                    .append('=')
                    .append(hash, 0, HASH_SHOWN);
        }
        return fields.toString();
    }

    private static Head lockHead(Connection connection) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE");
                    ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return new Head(row.getLong("seq"), row.getBytes("hash"));
                }
            }
            if (attempt > 0) {
                throw new SQLException("the head of the audit trail cannot be made");
            }
            begin(connection);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, ?)")) {
            insert.setBytes(1, BEGINNING);
            insert.executeUpdate();
        } catch (SQLException error) {
            if (!Sql.isDuplicateKey(error)) {
                throw error;
            }
        }
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1")) {
            update.setLong(1, head.seq());
            update.setBytes(2, head.hash());
            update.executeUpdate();
        }
    }

    /** Reads the whole trail and follows it from its beginning to its end. */
    public Check verify() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT seq, at, actor_kind, actor_id, action, subject_kind, subject_id, fields, hash
                    FROM audit_event
                    WHERE seq > ?
                    ORDER BY seq
                    LIMIT 1000""")) {
                Head end = new Head(0, BEGINNING);
                while (true) {
                    select.setLong(1, end.seq());
                    Head before = end;
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            AuditEvent event = AuditEvent.of(row);
                            byte[] hash = event.hash(end.hash());
                            if (event.seq() != end.seq() + 1 || !Arrays.equals(hash, row.getBytes("hash"))) {
                                return new Check(end.seq(), OptionalLong.of(event.seq()));
                            }
                            end = new Head(event.seq(), hash);
                        }
                    }
                    if (end.seq() == before.seq()) {
                        return new Check(end.seq(), missingAtEnd(connection, end));
                    }
                }
            }
        });
    }

    /** The head is read after the rows, so it may have moved on meanwhile; what must not be is a head behind its rows. */
    private static OptionalLong missingAtEnd(Connection connection, Head end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT h.seq, h.hash, (SELECT COUNT(*) FROM audit_event e WHERE e.seq > ?) AS later
                        FROM audit_head h
                        WHERE h.id = 1""")) {
            select.setLong(1, end.seq());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return end.seq() == 0 ? OptionalLong.empty() : OptionalLong.of(end.seq());
                }
                boolean atHead = row.getLong("seq") == end.seq() && Arrays.equals(row.getBytes("hash"), end.hash());
                boolean movedOn = row.getLong("seq") == end.seq() + row.getLong("later") && row.getLong("later") > 0;
                return atHead || movedOn ? OptionalLong.empty() : OptionalLong.of(end.seq() + 1);
            }
        }
    }
}
