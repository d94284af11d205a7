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
import id.setia.testing.Shoppers;
import id.setia.testing.TestProgram;
import id.setia.tiers.TierLadder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long a night's run takes: {@code members} (50,000) with ten purchases each over 300 days, beside one plain statement
 * that sums the same rows. Not a part of the suite.
 */
class RfmBench {

    private static final int PURCHASES = 10;

    @Test
    void a_night() throws SQLException {
        int members = Integer.getInteger("members", 50_000);
        try (OwnServer server = OwnServer.start("rfm_bench")) {
            Partner owner = server.found(TestProgram.PROGRAM, 100_000);
            server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
            Instant now = server.bean(BusinessClock.class).now();
            UUID store = server.bean(IdMaker.class).next();
            Transactions transactions = server.bean(Transactions.class);
            for (int made = 0; made < members; made += 10_000) {
                Shoppers.write(
                        transactions,
                        owner.id(),
                        new Shoppers(made, server.bean(IdMaker.class), now, List.of(store)).make(Math.min(10_000, members - made), 0));
            }
            for (int number = 1; number <= PURCHASES; number++) {
                buy(transactions, owner.id(), store, now, number);
            }

            long plain = System.nanoTime();
            server.number("SELECT COUNT(*) FROM (SELECT member_id, MAX(program_date), COUNT(*), SUM(total - refunded)"
                    + " FROM purchase GROUP BY member_id) sums");
            double baseline = seconds(plain);
            long started = System.nanoTime();
            server.bean(RfmRuns.class).queueNightly();
            server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            double first = seconds(started);
            started = System.nanoTime();
            server.bean(RfmRuns.class).queueAnother();
            server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
            double again = seconds(started);
            started = System.nanoTime();
            long everyone = server.bean(Audiences.class).count(new Audience.Everyone());
            double count = seconds(started);

            assertThat(server.bean(Rfm.class).latest().orElseThrow().members()).isPositive();
            System.out.printf(
                    "RFM: %,d members, %,d purchases: %.1f s, again %.1f s; one plain statement over the rows %.1f s; counting"
                            + " everybody (%,d) %.2f s%n",
                    members, server.count("purchase"), first, again, baseline, everyone, count);
        }
    }

    private static void buy(Transactions transactions, UUID partner, UUID store, Instant now, int number) {
        for (int part = 0; part < 16; part++) {
            int last = part;
            transactions.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO purchase (
                          id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id,
                          channel, business_date, occurred_at, program_date, recorded_at, total, earning_base, details,
                          standing_grants, points, points_taken_back, refunded, answer)
                        SELECT UNHEX(MD5(CONCAT(id, ?))), CONCAT(id, ?), 1, '', id, 1, ?, ?, 'store',
                          DATE_SUB(?, INTERVAL CRC32(CONCAT(id, ?)) % 300 DAY),
                          DATE_SUB(?, INTERVAL CRC32(CONCAT(id, ?)) % 300 DAY),
                          DATE_SUB(?, INTERVAL CRC32(CONCAT(id, ?)) % 300 DAY), ?,
                          CRC32(CONCAT(id, ?, 'x')) % 10000000, 0, '', '', 0, 0, 0, ''
                        FROM member
                        WHERE CRC32(id) % 16 = ?""")) {
                    insert.setInt(1, number);
                    insert.setInt(2, number);
                    insert.setBytes(3, UuidBytes.of(partner));
                    insert.setBytes(4, UuidBytes.of(store));
                    insert.setObject(5, Sql.time(now));
                    insert.setInt(6, number);
                    insert.setObject(7, Sql.time(now));
                    insert.setInt(8, number);
                    insert.setObject(9, Sql.time(now));
                    insert.setInt(10, number);
                    insert.setObject(11, Sql.time(now));
                    insert.setInt(12, number);
                    insert.setInt(13, last);
                    return insert.executeUpdate();
                }
            });
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
