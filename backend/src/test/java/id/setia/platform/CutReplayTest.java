package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.db.DatabaseAddress;
import id.setia.testing.Browser;
import id.setia.testing.CutProxy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The connection to the database dies between COMMIT and its answer, at each COMMIT of each operation that moves something:
 * nobody knows then whether it happened. Sent again, it has happened once.
 */
class CutReplayTest {

    /** Those that are safe to repeat by their nature and move points, or what points buy. */
    private static final List<String> BY_NATURE = List.of(
            "postExchange", "attachPurchase", "confirmHold", "cancelHold", "cancelRedemption", "activateOffer", "deactivateOffer", "approveRequest",
            "claimReceipt", "revealVoucher", "freezeMember", "closeMembership", "judgeAgain");

    private static final int MOST_COMMITS = 6;

    /** Parts of a file whose job never came to be are left until they are swept with the files of old jobs. */
    private static final String FILES = "job_file";

    private static DatabaseAddress database;
    private static CutProxy proxy;
    private static ReplayServer server;
    private static Replays replays;
    private static String counting;

    @BeforeAll
    static void start() throws SQLException, IOException {
        database = ReplayServer.freshDatabase("setia_cut");
        proxy = new CutProxy(
                Integer.parseInt(database.url().replaceFirst(".*?//[^/]*:(\\d+)/.*", "$1")), CutReplayTest::moves);
        server = ReplayServer.start(new DatabaseAddress(
                database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/"), database.user(), database.password()));
        replays = server.replays();
        counting = counting();
    }

    /** Whatever is written. */
    private static boolean moves(String statement) {
        return statement.startsWith("insert into ") || statement.startsWith("update ") || statement.startsWith("delete from ");
    }

    private static String counting() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW TABLES")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.remove(FILES);
        return tables.stream()
                .map(table -> "SELECT '" + table + "', COUNT(*) FROM `" + table + "`")
                .collect(Collectors.joining(" UNION ALL "));
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
        proxy.close();
    }

    @TestFactory
    Stream<DynamicTest> what_is_sent_again_after_a_commit_nobody_heard_of_has_its_effect_once() {
        Stream<String> once = OnceOnly.of(replays).map(operation -> String.valueOf(operation.content().get("operationId")));
        return Stream.concat(once, BY_NATURE.stream()).map(id -> DynamicTest.dynamicTest(id, () -> {
            whole(id);
            Map<String, Long> usual = whole(id);
            int commits = 0;
            while (commits < MOST_COMMITS && isCut(id, commits, usual)) {
                commits++;
            }
            assertThat(commits).as("COMMITs that were cut").isBetween(1, MOST_COMMITS - 1);
        }));
    }

    /** How many rows are more, of each table, after it was sent three times and nothing went wrong. */
    private static Map<String, Long> whole(String id) throws SQLException {
        Replay replay = replays.ready(id);
        String key = Replays.key();
        Map<String, Long> before = rows();
        for (int time = 0; time < 3; time++) {
            Browser.Answer answer = replay.send(key);
            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        }
        return more(before, rows());
    }

    /** Whether there was such a COMMIT; if so, all is as it usually is after sending three times. */
    private static boolean isCut(String id, int commit, Map<String, Long> usual) throws SQLException {
        Replay replay = replays.ready(id);
        String key = Replays.key();
        Map<String, Long> before = rows();
        int cuts = proxy.cuts();
        proxy.arm(CutProxy.Cut.AFTER_COMMIT, commit);
        Browser.Answer first = replay.send(key);
        proxy.arm(CutProxy.Cut.NONE);
        if (proxy.cuts() == cuts) {
            return false;
        }
        Browser.Answer again = replay.send(key);
        Browser.Answer third = replay.send(key);

        assertThat(first.status()).as(first.body()).matches(status -> status < 300 || status == 503, "done, or to be sent again");
        assertThat(again.status()).as(again.body()).isBetween(200, 299);
        assertThat(third.status()).as(third.body()).isBetween(200, 299);
        assertThat(OnceOnly.things(third)).as("the third answer").isEqualTo(OnceOnly.things(again));
        if (first.status() < 300 && !first.body().contains("\"status\":503")) {
            assertThat(OnceOnly.things(again)).as("the second answer").isEqualTo(OnceOnly.things(first));
        }
        assertThat(more(before, rows())).as("COMMIT " + (commit + 1)).isEqualTo(usual);
        return true;
    }

    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(counting)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>();
        after.forEach((table, count) -> more.put(table, count - before.get(table)));
        more.values().removeAll(Set.of(0L));
        return more;
    }
}
