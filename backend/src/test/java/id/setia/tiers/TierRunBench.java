package id.setia.tiers;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.Migrations;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.UuidBytes;
import id.setia.platform.Application;
import id.setia.program.ProgramSettings;
import id.setia.testing.TestProgram;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Measures a monthly run over a million members (or as many as the first argument says, by as many nodes as the second) on
 * an own embedded database, beside plain SQL that reckons the same tiers, and compares each of them.
 */
public final class TierRunBench {

    private static final long GOLD = 100_000_000;
    private static final long PRIORITY = 250_000_000;
    private static final int BATCH = 1_000;

    private TierRunBench() {}

    public static void main(String[] arguments) throws Exception {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int nodes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path home = Path.of("target", "tier-run-bench").toAbsolutePath();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            DatabaseAddress address = fresh(database.address());
            try (ApplicationContext beans = start(address)) {
                beans.getBean(ProgramSettings.class).found(TestProgram.PROGRAM);
                beans.getBean(TierLadder.class).define(Ladder.classic(GOLD, PRIORITY).tiers());
                YearMonth month = TestProgram.PROGRAM.monthOf(beans.getBean(BusinessClock.class).now());
                long started = System.nanoTime();
                try (Connection connection = address.forLongWork().connect()) {
                    fill(connection, members, month);
                }
                print("filled", "%,d members in %.1f s", members, seconds(started));

                started = System.nanoTime();
                run(beans.getBean(TierRuns.class), month, nodes);
                double took = seconds(started);
                TierRun run = beans.getBean(TierRunRows.class).find(month).orElseThrow();
                print(
                        "run", "%.1f s by %d, %,.0f members/s: %,d looked at, %,d up, %,d down, done %b",
                        took, nodes, members / took, run.evaluated(), run.raised(), run.lowered(), run.done());

                long wrong = beside(address, month);
                started = System.nanoTime();
                TierPreviewResponse preview = beans.getBean(TierPreviews.class)
                        .of(Ladder.classic(GOLD * 3 / 2, PRIORITY), false);
                print("preview", "%.1f s, %,d different", seconds(started), preview.different());
                if (wrong > 0 || !run.done() || run.evaluated() != members) {
                    throw new IllegalStateException("the run is wrong");
                }
            }
        }
    }

    /** Reckons the same by SQL, prints how long it took, and answers how many tiers differ. */
    private static long beside(DatabaseAddress address, YearMonth month) throws SQLException {
        try (Connection connection = address.forLongWork().connect()) {
            long started = System.nanoTime();
            reckon(connection, month);
            print("plain SQL, reading and reckoning alone", "%.1f s", seconds(started));
            started = System.nanoTime();
            long written = write(connection);
            print("plain SQL, writing what changed", "%,d rows in %.1f s", written, seconds(started));
            long wrong = compare(connection, month);
            print("tiers that differ", "%,d", wrong);
            return wrong;
        }
    }

    private static DatabaseAddress fresh(DatabaseAddress server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_tier_run_bench");
            statement.execute("CREATE DATABASE setia_tier_run_bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        DatabaseAddress fresh = new DatabaseAddress(
                server.url().replaceFirst("(jdbc:mysql://[^/]+/)[^?]+", "$1setia_tier_run_bench"), server.user(), server.password());
        Migrations.migrate(fresh);
        return fresh;
    }

    private static ApplicationContext start(DatabaseAddress address) {
        Map<String, Object> properties = new HashMap<>(Application.datasource(address));
        properties.put("micronaut.server.port", "-1");
        properties.put("setia.demo", "false");
        properties.put("setia.background", "false");
        properties.put("setia.home", Path.of("target", "tier-run-bench-home").toAbsolutePath().toString());
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("test")
                .properties(properties)
                .start();
    }

    /** Members with twelve months each, most of them below gold, and a standing for each who was above red. */
    private static void fill(Connection connection, int members, YearMonth month) throws SQLException {
        Random random = new Random(4);
        connection.setAutoCommit(false);
        try (PreparedStatement account = connection.prepareStatement("""
                        INSERT INTO points_account (
                          member_id, available, pending, held, debt, last_seq, recorded_at, purchases, month_sums)
                        VALUES (?, 0, 0, 0, 0, 0, ?, 12, ?)""");
                PreparedStatement standing = connection.prepareStatement("""
                        INSERT INTO standing (
                          member_id, effective_from, recorded_at, id, tier_code, cause, run_month, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            Instant before = TestProgram.PROGRAM.startOf(month.minusMonths(1).atDay(1));
            Instant joined = before.minusSeconds(400L * 86_400);
            for (int number = 1; number <= members; number++) {
                UUID member = new UUID(0x0190_0000_0000_7000L + ((long) number << 16), 0x8000_0000_0000_0000L | number);
                long usual = Math.round(Math.exp(random.nextGaussian() * 0.9 + 17.2));
                StringBuilder sums = new StringBuilder();
                long earlier = 0;
                for (int ago = 12; ago >= 1; ago--) {
                    long spend = Math.round(usual * 2 * random.nextDouble());
                    earlier += ago >= 2 && ago <= 7 ? spend : 0;
                    sums.append(sums.isEmpty() ? "" : ";").append(month.minusMonths(ago)).append('=').append(spend).append(",1,").append(spend / 100_000);
                }
                account.setBytes(1, UuidBytes.of(member));
                account.setObject(2, utc(before));
                account.setString(3, sums.toString());
                account.addBatch();
                add(standing, member, joined, number, "red", "joined", month);
                if (earlier >= GOLD * 6) {
                    add(standing, member, before, number + members, earlier >= PRIORITY * 6 ? "priority" : "gold", "run", month.minusMonths(1));
                }
                if (number % BATCH == 0 || number == members) {
                    account.executeBatch();
                    standing.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
    }

    private static void add(
            PreparedStatement standing, UUID member, Instant from, long id, String tier, String cause, YearMonth month)
            throws SQLException {
        standing.setBytes(1, UuidBytes.of(member));
        standing.setObject(2, utc(from));
        standing.setObject(3, utc(from));
        standing.setBytes(4, UuidBytes.of(new UUID(7, id)));
        standing.setString(5, tier);
        standing.setString(6, cause);
        standing.setString(7, month.toString());
        standing.setString(8, "{\"average\":0,\"firstMonth\":\"2020-01\",\"lastMonth\":\"2020-06\",\"months\":6,\"threshold\":0}");
        standing.addBatch();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void run(TierRuns runs, YearMonth month, int nodes) throws InterruptedException {
        Thread[] all = new Thread[nodes];
        for (int node = 0; node < nodes; node++) {
            all[node] = Thread.ofPlatform().start(() -> runs.run(month));
        }
        for (Thread node : all) {
            node.join();
        }
        runs.run(month);
    }

    /** The tier of each member, by text functions over the month sums and by nothing of the program. */
    private static void reckon(Connection connection, YearMonth month) throws SQLException {
        StringBuilder spend = new StringBuilder();
        for (int ago = 6; ago >= 1; ago--) {
            String key = month.minusMonths(ago) + "=";
            spend.append(spend.isEmpty() ? "" : " + ")
                    .append("CAST(CASE WHEN LOCATE('%1$s', a.month_sums) = 0 THEN '0' ELSE SUBSTRING_INDEX(SUBSTRING(a.month_sums, LOCATE('%1$s', a.month_sums) + 8), ',', 1) END AS SIGNED)".formatted(key));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS reckoned");
            statement.execute("""
                    CREATE TABLE reckoned (member_id BINARY(16) NOT NULL, before_code VARCHAR(20) NOT NULL, tier VARCHAR(20) NOT NULL, PRIMARY KEY (member_id)) ENGINE = InnoDB
                    SELECT r.member_id,
                      COALESCE((
                        SELECT s.tier_code FROM standing s
                        WHERE s.member_id = r.member_id AND s.effective_from < '%4$s' AND s.cause <> 'joined'
                        ORDER BY s.effective_from DESC LIMIT 1), 'red') AS before_code,
                      CASE WHEN r.spend >= %2$d THEN 'priority' WHEN r.spend >= %1$d THEN 'gold' ELSE 'red' END AS tier
                    FROM (SELECT a.member_id, %3$s AS spend FROM points_account a) r"""
                    .formatted(GOLD * 6, PRIORITY * 6, spend, utc(TestProgram.PROGRAM.startOf(month.atDay(1)))));
        }
    }

    /** What the change of a tier is in rows: a standing, an event, a move. */
    private static long write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long rows = 0;
            for (String table : new String[] {"standing", "outbox", "tier_move"}) {
                statement.execute("DROP TABLE IF EXISTS copied_" + table);
                statement.execute("CREATE TABLE copied_" + table + " LIKE " + table);
            }
            rows += statement.executeUpdate(
                    "INSERT INTO copied_standing SELECT s.* FROM standing s JOIN tier_move m ON m.member_id = s.member_id");
            rows += statement.executeUpdate("INSERT INTO copied_outbox SELECT * FROM outbox");
            rows += statement.executeUpdate("INSERT INTO copied_tier_move SELECT * FROM tier_move");
            return rows;
        }
    }

    private static long compare(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT COUNT(*)
                        FROM reckoned r
                        LEFT JOIN tier_move m ON m.member_id = r.member_id AND m.month = '%1$s'
                        WHERE COALESCE(m.to_code, r.before_code) <> r.tier
                          OR m.member_id IS NOT NULL AND (m.from_code <> r.before_code OR m.to_code = m.from_code)
                          OR m.member_id IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM standing s
                            WHERE s.member_id = r.member_id AND s.run_month = '%1$s' AND s.cause = 'run' AND s.tier_code = r.tier)"""
                        .formatted(month))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void print(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-40s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
