package id.setia.bench;

import id.setia.kernel.UuidBytes;
import io.micronaut.json.tree.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The night's run of the server as it is shipped over ten purchases of each member, on a database of its own, beside one plain
 * statement that sums the same rows.
 */
final class Insights {

    private static final int PURCHASES = 10;
    private static final int CHUNK = 10_000;
    private static final int MILLISECONDS = 200;
    private static final String MEMBERS = """
            INSERT INTO member (id, state, name, language, enrolled_by, joined_at, version, changed_at)
            SELECT UNHEX(CONCAT('019000000000700080', LPAD(HEX(a.i + 10 * b.i + 100 * c.i + 1000 * d.i + %d), 14, '0'))),
              'active', 'Budi Santoso', 'id', 'web', UTC_TIMESTAMP(6), 1, UTC_TIMESTAMP(6)
            FROM bench_digit a, bench_digit b, bench_digit c, bench_digit d
            ORDER BY 1""";
    private static final String BOUGHT = """
            INSERT INTO purchase (
              id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id, channel, business_date,
              occurred_at, program_date, recorded_at, total, earning_base, details, standing_grants, points, points_taken_back,
              refunded, answer)
            SELECT p.id, p.id, 1, '', p.member_id, 1, p.id, p.id, 'store', p.day, p.day, p.day, p.day, p.total, 0, '', '', 0, 0, 0, ''
            FROM (
              SELECT CONCAT(LEFT(m.id, 7), CHAR(n.i), RIGHT(m.id, 8)) AS id, m.id AS member_id,
                DATE_SUB(UTC_DATE(), INTERVAL 2 + CRC32(CONCAT(m.id, n.i)) %% 300 DAY) AS day,
                1 + CRC32(CONCAT(m.id, n.i, 'x')) %% 10000000 AS total
              FROM member m CROSS JOIN bench_digit n
              WHERE m.id BETWEEN ? AND ?
              ORDER BY 1) p""";

    private final BenchSettings settings;
    private final Report report;
    private final int members;

    /** In a directory of its own beside that of the settings. */
    Insights(BenchSettings settings, Report report, int members) {
        this.settings = settings.in("insights");
        this.report = report;
        this.members = Math.max(CHUNK, members / CHUNK * CHUNK);
    }

    void run() throws Exception {
        report.heading("Insights");
        Shop shop = new Shop(settings);
        Server filled = Server.start(settings, true);
        try {
            shop.setUp(filled, Server.console(settings));
            long began = System.nanoTime();
            fill(filled);
            report.line("%,d members with %,d purchases written: %.0f s", members, (long) members * PURCHASES, seconds(began));
        } finally {
            filled.stop();
        }
        Server server = Server.start(settings, true);
        try {
            report.line("one plain statement that sums the purchases: %.1f s", plain(server));
            night(server, shop.administrator(server));
        } finally {
            server.stop();
        }
    }

    private void fill(Server server) throws SQLException {
        try (Connection connection = Connections.patient(server.database());
                Statement statement = connection.createStatement();
                PreparedStatement bought = connection.prepareStatement(BOUGHT.replace("%%", "%"))) {
            statement.execute("CREATE TABLE bench_digit (i INT NOT NULL, PRIMARY KEY (i)) ENGINE = InnoDB");
            statement.execute("INSERT INTO bench_digit (i) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
            for (int first = 0; first < members; first += CHUNK) {
                statement.execute(MEMBERS.formatted(first));
                bought.setBytes(1, member(first));
                bought.setBytes(2, member(first + CHUNK - 1));
                bought.executeUpdate();
            }
        }
    }

    private static byte[] member(int number) {
        return UuidBytes.of(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    private static double plain(Server server) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = Connections.patient(server.database());
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT COUNT(*) FROM (SELECT member_id, MAX(program_date), COUNT(*), SUM(total - refunded)"
                    + " FROM purchase WHERE total > refunded GROUP BY member_id) sums").next();
        }
        return seconds(began);
    }

    /** Another window than before makes the server begin anew. */
    private void night(Server server, Http admin) throws Exception {
        ProcessUsage before = server.usage();
        ProcessUsage databaseBefore = server.databaseUsage();
        long began = System.nanoTime();
        admin.put("/api/v1/settings/rfm", "{\"months\":13}", admin.get("/api/v1/settings/rfm").tag());
        JsonNode result = admin.get("/api/v1/insights/rfm").json();
        while (result.get("members").getLongValue() < members) {
            Thread.sleep(MILLISECONDS);
            result = admin.get("/api/v1/insights/rfm").json();
        }
        double took = seconds(began);
        ProcessUsage after = server.usage();
        report.line("a night's run: %.1f s; processor: server %.1f s, database %.1f s; server holds %,d MB, at most %,d MB (%,d MB before)",
                took, after.cpu() - before.cpu(), server.databaseUsage().cpu() - databaseBefore.cpu(), after.memory(), after.peak(), before.memory());
        report.figure(0, "insights", took * (10_000_000.0 / members / PURCHASES));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
