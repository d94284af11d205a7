package id.setia.insights;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.audiences.Audience;
import id.setia.audiences.Audiences;
import id.setia.imports.OwnServer;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.partners.Partner;
import id.setia.testing.Effort;
import id.setia.testing.TestProgram;
import id.setia.tiers.TierLadder;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long a night's run takes, and in how much memory: {@code members} (50,000) with ten purchases each over 300 days, beside
 * one plain statement that sums the same rows. With {@code lines} (0) each purchase has so many and everybody agrees to
 * profiling, so that habits are counted too. Not a part of the suite.
 */
class RfmBench {

    private static final int PURCHASES = 10;
    private static final String PLAIN = """
            SELECT COUNT(*)
            FROM (SELECT member_id, MAX(program_date), COUNT(*), SUM(total - refunded) FROM purchase GROUP BY member_id) sums""";
    private static final int CHUNK = 10_000;
    private static final int LINES = Integer.getInteger("lines", 0);

    @Test
    void a_night() throws SQLException {
        int members = Integer.getInteger("members", 50_000);
        try (OwnServer server = OwnServer.startUnwatched("rfm_bench")) {
            Partner owner = server.found(TestProgram.PROGRAM, 100_000);
            server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
            Instant now = server.bean(BusinessClock.class).now();
            UUID store = server.bean(IdMaker.class).next();
            print("%,d members, %,d purchases written: %s", members, (long) members * PURCHASES, effort(server, () ->
                    fill(server, owner.id(), store, now, members)));
            print("one plain statement over the rows: %s", effort(server, () ->
                    server.bean(Transactions.class).snapshot(connection -> connection.createStatement().executeQuery(PLAIN).next())));

            MemoryPoolMXBean old = oldGeneration();
            System.gc();
            old.resetPeakUsage();
            long before = old.getUsage().getUsed();
            print("a night: %s", effort(server, () -> {
                server.bean(RfmRuns.class).queueNightly();
                server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            }));
            print("kept in memory at most %,d KB more than the %,d KB before", (old.getPeakUsage().getUsed() - before) / 1024, before / 1024);
            print("again, with what was before to clear: %s", effort(server, () -> {
                server.bean(RfmRuns.class).queueAnother();
                server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            }));
            print("members with habits: %,d", server.count("member_habit"));
            print("counting everybody: %s", effort(server, () -> server.bean(Audiences.class).count(new Audience.Everyone())));

            RfmRun run = server.bean(Rfm.class).latest().orElseThrow();
            assertThat(run.members()).isEqualTo(members);
            assertThat(server.bean(Rfm.class).cells(run)).containsExactlyInAnyOrderElementsOf(reckoned(server, run));
        }
    }

    private static Effort effort(OwnServer server, Runnable work) {
        return Effort.of(() -> server.number(Effort.STATEMENTS), work);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, "RFM: " + format + "%n", values);
    }

    /** The same cells by one statement that sorts everybody by each figure. */
    private static List<RfmCell> reckoned(OwnServer server, RfmRun run) {
        return server.bean(Transactions.class).snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT recency, frequency, monetary, COUNT(*) AS members, SUM(DATEDIFF(?, last)) AS recency_days,
                      SUM(purchases) AS purchases, SUM(spend) AS spend
                    FROM (
                      SELECT last, purchases, spend,
                        1 + FLOOR(5 * (RANK() OVER (ORDER BY last) - 1) / ?) AS recency,
                        1 + FLOOR(5 * (RANK() OVER (ORDER BY purchases) - 1) / ?) AS frequency,
                        1 + FLOOR(5 * (RANK() OVER (ORDER BY spend) - 1) / ?) AS monetary
                      FROM (
                        SELECT member_id, MAX(program_date) AS last, COUNT(*) AS purchases, SUM(total - refunded) AS spend
                        FROM purchase
                        WHERE program_date BETWEEN ? AND ? AND total > refunded
                        GROUP BY member_id) sums) scored
                    GROUP BY recency, frequency, monetary""")) {
                select.setObject(1, run.asOf());
                for (int place = 2; place <= 4; place++) {
                    select.setLong(place, run.members());
                }
                select.setObject(5, run.from());
                select.setObject(6, run.asOf());
                List<RfmCell> cells = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        cells.add(RfmMemberRows.cell(row));
                    }
                }
                return cells;
            }
        });
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(OwnServer server, UUID partner, UUID store, Instant now, int members) {
        try (Connection connection = server.database().forLongWork().connect()) {
            connection.setAutoCommit(false);
            for (int made = 0; made < members; made += CHUNK) {
                List<UUID> joined = join(connection, server.bean(IdMaker.class), now, Math.min(CHUNK, members - made));
                buy(connection, partner, store, now, joined.getFirst(), joined.getLast());
                if (LINES > 0) {
                    describe(connection, joined.getFirst(), joined.getLast());
                }
                connection.commit();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<UUID> join(Connection connection, IdMaker ids, Instant now, int members) throws SQLException {
        List<UUID> joined = Stream.generate(ids::next).limit(members).sorted().toList();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member (id, state, name, language, enrolled_by, joined_at, version, changed_at)
                VALUES (?, 'active', 'Budi Santoso', 'id', 'web', ?, 1, ?)""")) {
            for (int from = 0; from < members; from += 1_000) {
                for (UUID member : joined.subList(from, Math.min(members, from + 1_000))) {
                    insert.setBytes(1, UuidBytes.of(member));
                    insert.setObject(2, Sql.time(now));
                    insert.setObject(3, Sql.time(now));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        return joined;
    }

    /** Ten purchases for each member between two, their ids but for one byte those of the members, so that rows are written one behind the other. */
    private static int buy(Connection connection, UUID partner, UUID store, Instant now, UUID first, UUID last) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO purchase (
                  id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id,
                  channel, business_date, occurred_at, program_date, recorded_at, total, earning_base, details,
                  standing_grants, points, points_taken_back, refunded, answer)
                SELECT b.id, b.id, 1, '', b.member_id, 1, ?, ?, 'store', DATE_SUB(?, INTERVAL b.days DAY),
                  DATE_SUB(?, INTERVAL b.days DAY), DATE_SUB(?, INTERVAL b.days DAY), ?, b.total, 0, '', '', 0, 0, 0, ''
                FROM (
                  SELECT CONCAT(LEFT(m.id, 6), CHAR(n.number), RIGHT(m.id, 9)) AS id, m.id AS member_id, CRC32(CONCAT(m.id, n.number)) % 300 AS days,
                    CRC32(CONCAT(m.id, n.number, 'x')) % 10000000 AS total
                  FROM member m
                  CROSS JOIN (
                    SELECT 0 AS number UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
                    UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) n
                  WHERE m.id BETWEEN ? AND ?
                  ORDER BY 1) b""")) {
            insert.setBytes(1, UuidBytes.of(partner));
            insert.setBytes(2, UuidBytes.of(store));
            for (int place = 3; place <= 6; place++) {
                insert.setObject(place, Sql.time(now));
            }
            insert.setBytes(7, UuidBytes.of(first));
            insert.setBytes(8, UuidBytes.of(last));
            return insert.executeUpdate();
        }
    }

    /** Lines of ten categories, and everybody's consent. */
    private static void describe(Connection connection, UUID first, UUID last) throws SQLException {
        change(connection, first, last, """
                INSERT INTO consent (
                  id, member_id, purpose, given, text_version, language, channel, recorded_by, recorded_at)
                SELECT id, id, 'profiling', 1, '', 'id', 'web', '', joined_at
                FROM member
                WHERE id BETWEEN ? AND ?""");
        for (int line = 1; line <= LINES; line++) {
            change(connection, first, last, """
                    INSERT INTO purchase_line (
                      purchase_id, position, name, quantity, discount, amount, category, earns, base, points, refunded_quantity,
                      refunded_amount)
                    SELECT id, %1$d, 'Barang', 1, 0, 1000, CONCAT('Dapur > ', CRC32(CONCAT(id, %1$d)) %% 10), 1, 1000, 0, 0, 0
                    FROM purchase
                    WHERE member_id BETWEEN ? AND ?""".formatted(line));
        }
    }

    private static void change(Connection connection, UUID first, UUID last, String sql) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setBytes(1, UuidBytes.of(first));
            change.setBytes(2, UuidBytes.of(last));
            change.executeUpdate();
        }
    }
}
