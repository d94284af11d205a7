package id.setia.jobs;

import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Rows of {@code job_refusal}. */
final class JobRefusals {

    private static final int MOST_ROWS = 1_000;

    private JobRefusals() {}

    static void insert(Connection connection, UUID jobId, List<JobRefusal> refusals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO job_refusal (job_id, file_row, code, reason, amount, content)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            for (int from = 0; from < refusals.size(); from += MOST_ROWS) {
                for (JobRefusal refusal : refusals.subList(from, Math.min(from + MOST_ROWS, refusals.size()))) {
                    insert.setBytes(1, UuidBytes.of(jobId));
                    insert.setLong(2, refusal.row());
                    insert.setString(3, refusal.code());
                    insert.setString(4, refusal.reason());
                    insert.setObject(5, refusal.amount().isPresent() ? refusal.amount().getAsLong() : null);
                    insert.setString(6, RefusedContent.kept(refusal.content()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    static List<JobRefusal> after(Connection connection, UUID jobId, Optional<JobRefusal> last, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT file_row, code, reason, amount, content
                FROM job_refusal
                WHERE job_id = ? AND (file_row > ? OR file_row = ? AND code > ?)
                ORDER BY file_row, code
                LIMIT ?""")) {
            long row = last.map(JobRefusal::row).orElse(0L);
            select.setBytes(1, UuidBytes.of(jobId));
            select.setLong(2, row);
            select.setLong(3, row);
            select.setString(4, last.map(JobRefusal::code).orElse(""));
            select.setInt(5, limit);
            List<JobRefusal> refusals = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Long amount = (Long) found.getObject("amount");
                    refusals.add(new JobRefusal(
                            found.getLong("file_row"),
                            found.getString("code"),
                            found.getString("reason"),
                            amount == null ? OptionalLong.empty() : OptionalLong.of(amount),
                            found.getString("content")));
                }
            }
            return Collections.unmodifiableList(refusals);
        }
    }
}
