package id.setia.imports;

import static java.lang.System.out;

import id.setia.testing.ServerProcess;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A million members through the server as it is shipped, with the embedded database: {@code mvn -Pmillion package}. The
 * server is killed half-way, and its database with it; started again it goes on by itself. Prints how long it took, how much
 * memory the server needed, whether the accounting came out right to the row and the point, and how long plain JDBC takes
 * for the very same rows.
 *
 * <p>Properties: {@code members} (1,000,000), {@code kill} ({@code false} leaves the server alone), {@code heap} (of the
 * server, as {@code -Xmx} takes it; as shipped when left out).
 */
public final class MillionMembers {

    private static final Path DIRECTORY = Path.of("target", "million").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private MillionMembers() {}

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.getInteger("members", 1_000_000);
        boolean kill = !"false".equals(System.getProperty("kill"));
        ServerProcess.deleteRecursively(DIRECTORY);
        Files.createDirectories(DIRECTORY);
        Path csv = DIRECTORY.resolve("members.csv");
        MemberFile file = MemberFile.write(csv, rows);
        print("file", "%,d rows, %,d MB", rows, Files.size(csv) >> 20);

        Map<String, Long> peaks = new LinkedHashMap<>();
        long started;
        String path;
        ServerProcess server = ServerProcess.start(DIRECTORY.resolve("home"));
        try {
            server.becomeAdministrator();
            long uploading = System.nanoTime();
            path = "/api/v1/imports/" + server.upload("/api/v1/imports", csv, Map.of("kind", "members")).get("jobId").getStringValue();
            print("upload", "%.1f s", seconds(uploading));
            started = System.nanoTime();
            if (kill) {
                await(server, path, rows / 2);
                peaks.put("before the kill", server.peakMemory());
                server.kill();
                print("killed half-way", "after %.1f s", seconds(started));
                server = ServerProcess.start(DIRECTORY.resolve("home"));
                server.signIn();
            }
            JsonNode job = await(server, path, Long.MAX_VALUE);
            double took = seconds(started);
            peaks.put("at the end", server.peakMemory());
            print("import", "%.1f s%s, %,.0f rows/s", took, kill ? ", with the kill and the wait for its lease" : "", rows / took);
            peaks.forEach((when, kilobytes) -> print("server's peak memory " + when, "%,d MB (VmHWM)", kilobytes >> 10));
            agree(job, file);
            JsonNode proof = server.get("/api/v1/ledger/proof");
            require("the ledger's promises hold", proof.get("holds").getBooleanValue());
            require(
                    "all points are opening",
                    proof.get("totals").get(0).get("opening").getLongValue() == file.points
                            && proof.get("totals").get(0).get("outstanding").getLongValue() == file.points);
        } finally {
            server.stop();
        }
        PlainJdbc.measure(DIRECTORY.resolve("home"));
    }

    private static JsonNode await(ServerProcess server, String path, long rows) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        long shown = 0;
        while (System.nanoTime() < until) {
            JsonNode job = server.get(path);
            long done = job.get("progress").get("done").getLongValue();
            String state = job.get("state").getStringValue();
            if (done >= shown + 100_000) {
                shown = done;
                print("", "%,d rows", done);
            }
            if (state.equals("done") || done >= rows) {
                return job;
            }
            require("the import goes on: " + job, state.equals("queued") || state.equals("running"));
            Thread.sleep(500);
        }
        throw new IllegalStateException("the import did not end within " + LONGEST);
    }

    private static void agree(JsonNode job, MemberFile file) {
        JsonNode counts = job.get("members");
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("imported", file.imported);
        expected.put("before", 0L);
        expected.put("refused", file.refused);
        expected.put("cards", file.cards);
        expected.put("phones", file.phones);
        expected.put("phonesShared", file.phonesShared);
        expected.put("emails", file.emails);
        expected.put("tiers", file.tiers);
        expected.put("consents", file.consents);
        expected.put("lots", file.lots);
        expected.put("pointsExpired", file.pointsExpired);
        expected.forEach((name, count) -> {
            print(name, "%,d", counts.get(name).getLongValue());
            require(name + " should be " + count, counts.get(name).getLongValue() == count);
        });
        print("points", "%,d", counts.get("points").get(0).get("points").getLongValue());
        require("points should be " + file.points, counts.get("points").get(0).get("points").getLongValue() == file.points);
    }

    static void print(String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-36s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
