package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.imports.OwnServer;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.TestFeed;
import id.setia.partners.Partner;
import id.setia.posting.Proof;
import id.setia.testing.Effort;
import id.setia.testing.TestProgram;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What work over the whole ledger costs: {@code members} (20,000) with five transactions each, ten entries and five lots, of
 * which one is due. Proved, sealed, proved again and swept; and the feed's mover with a backlog of {@code events} (50,000),
 * without and beside a long snapshot. Not a part of the suite.
 */
class LedgerBench {

    private static final int CHUNK = 10_000;

    private static final String NUMBERS = """
            (SELECT a.i + 10 * b.i + 100 * c.i + 1000 * d.i + %d AS n FROM digit a, digit b, digit c, digit d) m""";
    private static final String MEMBER = "UNHEX(CONCAT('019000000000700080', LPAD(HEX(m.n), 14, '0')))";
    private static final String TRANSACTION =
            "UNHEX(CONCAT('0191', LPAD(HEX(m.n), 8, '0'), '700080', LPAD(HEX(2 * k.i), 14, '0')))";
    private static final String LOT =
            "UNHEX(CONCAT('0191', LPAD(HEX(m.n), 8, '0'), '700080', LPAD(HEX(2 * k.i + 1), 14, '0')))";
    private static final String RECORDED = "DATE_ADD('2026-01-01', INTERVAL k.i SECOND)";

    private final int members = Integer.getInteger("members", 20_000) / CHUNK * CHUNK;
    private final int events = Integer.getInteger("events", 50_000);

    @Test
    void a_ledger() throws SQLException {
        try (OwnServer server = OwnServer.startUnwatched("ledger_bench")) {
            Partner owner = server.found(TestProgram.PROGRAM, 100_000);
            print(server, "filled", () -> fill(server, owner));
            print(server, "entries, balances, lots and numbers proved", () ->
                    assertThat(server.bean(LedgerProof.class).promises()).allMatch(Promise::holds));
            print(server, "sealed", () -> server.bean(Seals.class).seal());
            print(server, "seal checked", () -> assertThat(server.bean(Seals.class).check().holds()).isTrue());
            print(server, "everything proved", () -> assertThat(server.bean(Proof.class).now().holds()).isTrue());
            ExpirySweep sweep = new ExpirySweep(
                    server.bean(PointsLedger.class), server.bean(Expiries.class), server.bean(BusinessClock.class));
            print(server, "swept", sweep::doDue);
            assertThat(server.count("points_lot WHERE lapsed = 10")).isEqualTo(members);
            assertThat(server.bean(LedgerProof.class).promises()).allMatch(Promise::holds);

            TestFeed feed = server.bean(TestFeed.class);
            feed.move();
            waiting(server, 0);
            print(server, "a backlog of " + events + " moved", feed::move);
            print(server, "an empty look", feed::move);
            try (Connection reader = server.database().forLongWork().connect()) {
                reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                reader.setAutoCommit(false);
                reader.createStatement().executeQuery("SELECT COUNT(*) FROM feed").next();
                waiting(server, events);
                print(server, "the same beside a snapshot", feed::move);
                print(server, "an empty look beside a snapshot, moved rows in the way", () -> server.number("SELECT COUNT(*) FROM outbox"));
                print(server, "the mover's own", feed::move);
            }
        }
    }

    private static void print(OwnServer server, String what, Runnable work) {
        System.out.printf(Locale.ROOT, "LEDGER %s: %s%n", what, Effort.of(() -> server.number(Effort.STATEMENTS), work));
    }

    private void fill(OwnServer server, Partner owner) {
        String funder = "UNHEX('" + owner.id().toString().replace("-", "") + "')";
        try (Connection connection = server.database().forLongWork().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE digit (i INT NOT NULL, PRIMARY KEY (i)) ENGINE = InnoDB");
            statement.execute("INSERT INTO digit (i) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
            for (int first = 0; first < members; first += CHUNK) {
                String numbers = NUMBERS.formatted(first);
                statement.execute("INSERT INTO points_account (member_id, available, pending, held, debt, last_seq, recorded_at, due_at, purchases, month_sums)"
                        + " SELECT " + MEMBER + ", 50, 0, 0, 0, 10, '2026-01-01 00:00:04', '2026-02-01', 0, '' FROM " + numbers);
                String from = " FROM " + numbers + " JOIN digit k ON k.i < 5 ORDER BY m.n, k.i";
                statement.execute("INSERT INTO ledger_transaction (member_id, id, posting_key, kind, source_kind, source_id, business_at, recorded_at, last_seq,"
                        + " available_change, pending_change, available_after, judgement) SELECT " + MEMBER + ", " + TRANSACTION
                        + ", CONCAT('event:', m.n, ':', k.i), 'event_bonus', 'event', " + MEMBER + ", " + RECORDED + ", " + RECORDED
                        + ", 2 * k.i + 2, 10, 0, 10 * k.i + 10, '{\"rules\":[" + "0123456789".repeat(60) + "]}'" + from);
                statement.execute("INSERT INTO ledger_entry (member_id, seq, transaction_id, account, points, funder_id) SELECT " + MEMBER
                        + ", 2 * k.i + 1 + s.i, " + TRANSACTION + ", CASE s.i WHEN 0 THEN 'issued' ELSE 'available' END, 20 * s.i - 10, " + funder
                        + " FROM " + numbers + " JOIN digit k ON k.i < 5 JOIN digit s ON s.i < 2 ORDER BY m.n, k.i, s.i");
                statement.execute("INSERT INTO points_lot (member_id, id, transaction_id, source_id, points, first_state, funder_id, earned_at, expires_at,"
                        + " available, pending, held, lapsed, expiries, open) SELECT " + MEMBER + ", " + LOT + ", " + TRANSACTION + ", " + MEMBER
                        + ", 10, 'available', " + funder + ", '2026-01-01', CASE k.i WHEN 0 THEN '2026-02-01' ELSE '2036-02-01' END, 10, 0, 0, 0, 0, 1" + from);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Events of five for each member, their ids of now. */
    private void waiting(OwnServer server, int first) throws SQLException {
        String now = Long.toHexString(System.currentTimeMillis());
        for (int done = 0; done < events; done += CHUNK) {
            server.execute("INSERT INTO outbox (id, member_id, member_seq, type, version, payload, occurred_at, recorded_at)"
                    + " SELECT UNHEX(CONCAT(LPAD('" + now + "', 12, '0'), '700080', LPAD(HEX(m.n), 14, '0'))), " + MEMBER
                    + ", m.n, 'test.happened', 1, REPEAT('x', 300), '2026-03-01', DATE_ADD('2026-03-01', INTERVAL m.n MICROSECOND) FROM "
                    + NUMBERS.formatted(first + done));
        }
    }
}
