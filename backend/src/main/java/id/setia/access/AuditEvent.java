package id.setia.access;

import id.setia.kernel.Sql;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row of the audit trail. */
record AuditEvent(
        long seq,
        Instant at,
        String actorKind,
        Optional<UUID> actorId,
        String action,
        String subjectKind,
        UUID subjectId,
        String fields) {

    static AuditEvent of(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                row.getString("actor_kind"),
                Optional.ofNullable(Sql.id(row, "actor_id")),
                row.getString("action"),
                row.getString("subject_kind"),
                Sql.id(row, "subject_id"),
                row.getString("fields"));
    }

    /** SHA-256 over the hash of the row before and every column of this one. */
    byte[] hash(byte[] previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream content = new DataOutputStream(bytes)) {
            content.write(previous);
            content.writeLong(seq);
            content.writeUTF(at.toString());
            content.writeUTF(actorKind);
            content.writeUTF(actorId.map(UUID::toString).orElse(""));
            content.writeUTF(action);
            content.writeUTF(subjectKind);
            content.writeUTF(subjectId.toString());
            content.writeUTF(fields);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return Hashes.sha256(bytes.toByteArray());
    }
}
