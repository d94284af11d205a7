package id.setia.jobs;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Files of jobs, kept in parts so that no statement carries more than one of them. */
@Singleton
class JobFiles {

    private static final int PART = 512 * 1024;

    private final Transactions transactions;

    JobFiles(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps the file, each part in a transaction of its own, so that none grows with the file. */
    void store(UUID jobId, InputStream content) throws IOException {
        int part = 0;
        for (byte[] bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
            store(jobId, part++, bytes);
        }
    }

    private void store(UUID jobId, int part, byte[] bytes) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO job_file (job_id, part, content)
                    VALUES (?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(jobId));
                insert.setInt(2, part);
                insert.setBytes(3, bytes);
                return insert.executeUpdate();
            }
        });
    }

    /** The file from its beginning, read part by part. */
    InputStream open(UUID jobId) {
        return new SequenceInputStream(new Parts(jobId));
    }

    /** Jobs made before the moment that still have a file or refusals; the oldest first, some hundred at a time. */
    static List<UUID> keptSince(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT j.id
                FROM job j
                WHERE j.created_at < ?
                  AND (EXISTS (SELECT 1 FROM job_file f WHERE f.job_id = j.id)
                    OR EXISTS (SELECT 1 FROM job_refusal r WHERE r.job_id = j.id))
                ORDER BY j.id
                LIMIT 100""")) {
            select.setObject(1, Sql.time(moment));
            return ids(select);
        }
    }

    /** Files of jobs that never came to be, since whoever sent them went away; those older than the moment. */
    static List<UUID> orphans(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT DISTINCT f.job_id AS id
                FROM job_file f
                LEFT JOIN job j ON j.id = f.job_id
                WHERE f.job_id < ? AND j.id IS NULL
                LIMIT 100""")) {
            select.setBytes(1, UuidBytes.of(new UUID(moment.toEpochMilli() << 16, 0)));
            return ids(select);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(Sql.id(row, "id"));
            }
        }
        return found;
    }

    private Optional<byte[]> part(UUID jobId, int part) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT content FROM job_file WHERE job_id = ? AND part = ?")) {
                select.setBytes(1, UuidBytes.of(jobId));
                select.setInt(2, part);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes("content")) : Optional.empty();
                }
            }
        });
    }

    private final class Parts implements Enumeration<InputStream> {

        private final UUID jobId;
        private int number;
        private Optional<byte[]> next;

        private Parts(UUID jobId) {
            this.jobId = jobId;
            this.next = part(jobId, 0);
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] content = next.orElseThrow(NoSuchElementException::new);
            next = part(jobId, ++number);
            return new ByteArrayInputStream(content);
        }
    }
}
