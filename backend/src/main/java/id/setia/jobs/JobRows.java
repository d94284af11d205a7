package id.setia.jobs;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Rows of {@code job}. */
final class JobRows {

    private static final String COLUMNS = """
            SELECT id, kind, state, title, parameters, checkpoint, total, counts, message, created_by, created_at, started_at,
              finished_at, epoch
            FROM job
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private JobRows() {}

    static void insert(Connection connection, UUID id, NewJob job, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO job (
                  id, kind, state, title, parameters, checkpoint, counts, created_by, created_at, epoch)
                VALUES (?, ?, 'queued', ?, ?, 0, '', ?, ?, 0)""")) {
            insert.setBytes(1, UuidBytes.of(id));
            insert.setString(2, job.kind());
            insert.setString(3, job.title());
            insert.setString(4, job.parameters());
            insert.setBytes(5, UuidBytes.of(job.createdBy().orElse(null)));
            insert.setObject(6, Sql.time(now));
            insert.executeUpdate();
        }
    }

    static Optional<Job> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** Jobs of the kinds, the latest first. */
    static List<Job> latest(Connection connection, List<String> kinds, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE kind IN " + Sql.places(kinds) + """

                ORDER BY id DESC
                LIMIT ?""")) {
            int place = 1;
            for (String kind : kinds) {
                select.setString(place++, kind);
            }
            select.setInt(place, limit);
            return read(select);
        }
    }

    /** Jobs of a kind made before the one given, the latest first. */
    static List<Job> before(Connection connection, String kind, Optional<UUID> before, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                WHERE kind = ? AND id < ?
                ORDER BY id DESC
                LIMIT ?""")) {
            select.setString(1, kind);
            select.setBytes(2, UuidBytes.of(before.orElse(LAST)));
            select.setInt(3, limit);
            return read(select);
        }
    }

    /** Jobs nobody works on at the moment, the oldest first. */
    static List<Job> waiting(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                WHERE state IN ('queued', 'running') AND (held_until IS NULL OR held_until < ?)
                ORDER BY id
                LIMIT 100""")) {
            select.setObject(1, Sql.time(now));
            return read(select);
        }
    }

    /** Takes the job for a node, unless another did since it was read. */
    static boolean claim(Connection connection, Job job, UUID owner, Instant now, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE job
                SET state = 'running', owner = ?, epoch = ?, held_until = ?, started_at = COALESCE(started_at, ?)
                WHERE id = ? AND epoch = ? AND state IN ('queued', 'running')""")) {
            update.setBytes(1, UuidBytes.of(owner));
            update.setLong(2, job.epoch() + 1);
            update.setObject(3, Sql.time(until));
            update.setObject(4, Sql.time(now));
            update.setBytes(5, UuidBytes.of(job.id()));
            update.setLong(6, job.epoch());
            return update.executeUpdate() == 1;
        }
    }

    /** Puts off the end of the lease; false when it is another's. */
    static boolean renew(Connection connection, Job job, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE job
                SET held_until = ?
                WHERE id = ? AND epoch = ? AND state = 'running'""")) {
            update.setObject(1, Sql.time(until));
            update.setBytes(2, UuidBytes.of(job.id()));
            update.setLong(3, job.epoch());
            return update.executeUpdate() == 1;
        }
    }

    static void advance(Connection connection, Job job, JobStep step) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE job
                SET checkpoint = ?, counts = ?
                WHERE id = ? AND epoch = ?""")) {
            update.setLong(1, step.checkpoint());
            update.setString(2, step.counts());
            update.setBytes(3, UuidBytes.of(job.id()));
            update.setLong(4, job.epoch());
            update.executeUpdate();
        }
    }

    static void total(Connection connection, Job job, long total) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE job
                SET total = ?
                WHERE id = ? AND epoch = ?""")) {
            update.setLong(1, total);
            update.setBytes(2, UuidBytes.of(job.id()));
            update.setLong(3, job.epoch());
            update.executeUpdate();
        }
    }

    /** Ends the work of this lease. */
    static void leave(
            Connection connection, Job job, JobState state, Optional<String> message, Optional<Instant> finishedAt)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE job
                SET state = ?, message = ?, finished_at = ?, owner = NULL, held_until = NULL
                WHERE id = ? AND epoch = ? AND state = 'running'""")) {
            update.setString(1, state.value());
            update.setString(2, message.orElse(null));
            update.setObject(3, Sql.time(finishedAt.orElse(null)));
            update.setBytes(4, UuidBytes.of(job.id()));
            update.setLong(5, job.epoch());
            update.executeUpdate();
        }
    }

    private static List<Job> read(PreparedStatement select) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Long total = (Long) row.getObject("total");
                jobs.add(new Job(
                        Sql.id(row, "id"),
                        row.getString("kind"),
                        JobState.of(row.getString("state")),
                        row.getString("title"),
                        row.getString("parameters"),
                        row.getLong("checkpoint"),
                        total == null ? OptionalLong.empty() : OptionalLong.of(total),
                        row.getString("counts"),
                        Optional.ofNullable(row.getString("message")),
                        Optional.ofNullable(Sql.id(row, "created_by")),
                        Sql.instant(row, "created_at"),
                        Optional.ofNullable(Sql.instant(row, "started_at")),
                        Optional.ofNullable(Sql.instant(row, "finished_at")),
                        row.getLong("epoch")));
            }
        }
        return jobs;
    }
}
