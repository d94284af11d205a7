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
import id.setia.testing.TestProgram;
import id.setia.tiers.TierLadder;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long a night's run takes, and in how much memory: {@code members} (50,000) with ten purchases each over 300 days, beside
 * one plain statement that sums the same rows. Not a part of the suite.
 */
class RfmBench {

    private static final int PURCHASES = 10;
    private static final int CHUNK = 10_000;

    @Test
    void a_night() throws SQLException {
        int members = Integer.getInteger("members", 50_000);
        try (OwnServer server = OwnServer.start("rfm_bench")) {
            Partner owner = server.found(TestProgram.PROGRAM, 100_000);
            server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
            Instant now = server.bean(BusinessClock.class).now();
            UUID store = server.bean(IdMaker.class).next();
            long filling = System.nanoTime();
            try (Connection connection = server.database().forLongWork().connect()) {
                connection.setAutoCommit(false);
                for (int made = 0; made < members; made += CHUNK) {
                    List<UUID> joined = join(connection, server.bean(IdMaker.class), now, Math.min(CHUNK, members - made));
                    buy(connection, owner.id(), store, now, joined.getFirst(), joined.getLast());
                    connection.commit();
                }
            }
            double filled = seconds(filling);

            long plain = System.nanoTime();
            server.bean(Transactions.class).snapshot(connection -> connection.createStatement().executeQuery("""
                    SELECT COUNT(*)
                    FROM (SELECT member_id, MAX(program_date), COUNT(*), SUM(total - refunded) FROM purchase GROUP BY member_id) sums""").next());
            double baseline = seconds(plain);
            MemoryPoolMXBean old = oldGeneration();
            System.gc();
            old.resetPeakUsage();
            long before = old.getUsage().getUsed();
            long started = System.nanoTime();
            server.bean(RfmRuns.class).queueNightly();
            server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            double first = seconds(started);
            System.out.printf(
                    "RFM: %,d members, %,d purchases (written in %.0f s): %.1f s; one plain statement over the rows %.1f s;"
                            + " kept in memory at most %,d KB more than the %,d KB before%n",
                    members, (long) members * PURCHASES, filled, first, baseline, (old.getPeakUsage().getUsed() - before) / 1024, before / 1024);
            started = System.nanoTime();
            server.bean(RfmRuns.class).queueAnother();
            server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            double again = seconds(started);
            started = System.nanoTime();
            long everyone = server.bean(Audiences.class).count(new Audience.Everyone());
            double count = seconds(started);

            System.out.printf("RFM: again %.1f s; counting everybody (%,d) %.2f s%n", again, everyone, count);
            assertThat(server.bean(Rfm.class).latest().orElseThrow().members()).isEqualTo(members);
        }
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst()
                .orElseThrow();
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

    /** Ten purchases for each member between two, their ids but for the first byte those of the members, so that rows are written one beside the other. */
    private static int buy(Connection connection, UUID partner, UUID store, Instant now, UUID first, UUID last) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO purchase (
                  id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id,
                  channel, business_date, occurred_at, program_date, recorded_at, total, earning_base, details,
                  standing_grants, points, points_taken_back, refunded, answer)
                SELECT b.id, b.id, 1, '', b.member_id, 1, ?, ?, 'store', DATE_SUB(?, INTERVAL b.days DAY),
                  DATE_SUB(?, INTERVAL b.days DAY), DATE_SUB(?, INTERVAL b.days DAY), ?, b.total, 0, '', '', 0, 0, 0, ''
                FROM (
                  SELECT CONCAT(CHAR(n.number), RIGHT(m.id, 15)) AS id, m.id AS member_id, CRC32(CONCAT(m.id, n.number)) % 300 AS days,
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

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
