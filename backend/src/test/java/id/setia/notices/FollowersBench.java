package id.setia.notices;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.imports.OwnServer;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.TestFeed;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.UnclaimedMember;
import id.setia.points.Seals;
import id.setia.testing.Browser;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import id.setia.tiers.TierLadder;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What follows each purchase in the background costs so much: {@code purchases} (20,000) of {@code members} (2,000) are posted
 * twice, and the second time each follower does its work alone. Not a part of the suite.
 */
class FollowersBench {

    private static final int BATCH = 100;
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final int purchases = Integer.getInteger("purchases", 20_000);
    private final Random random = new Random(1);

    @Test
    void followers() throws SQLException {
        try (OwnServer server = OwnServer.startUnwatched("followers_bench")) {
            server.bean(TestShop.class).open();
            server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
            List<UUID> members = members(server, Integer.getInteger("members", 2_000));
            Browser till = server.bean(TestBrowsers.class).till();
            for (int round = 1; round <= 2; round++) {
                sell(server, till, members, purchases);
                String name = round == 1 ? "cold, " : "";
                measure(server, name + "outbox to feed", () -> server.bean(TestFeed.class).move());
                measure(server, name + "notices", () -> server.bean(FeedReader.class).read());
                measure(server, name + "seal", () -> server.bean(Seals.class).seal());
            }
            assertThat(server.count("feed")).isGreaterThanOrEqualTo(2L * purchases);
            assertThat(server.count("notice")).isEqualTo(2L * purchases);
            assertThat(server.count("outbox")).isZero();
            assertThat(server.bean(Seals.class).check().holds()).isTrue();
        }
    }

    private static List<UUID> members(OwnServer server, int many) throws SQLException {
        IdMaker ids = server.bean(IdMaker.class);
        Instant now = server.bean(BusinessClock.class).now();
        List<UUID> members = IntStream.range(0, many).mapToObj(number -> ids.next()).toList();
        server.bean(MemberRegistry.class)
                .enrolUnclaimed(members.stream()
                        .map(id -> new UnclaimedMember(
                                id, MemberReference.external("uji", id.toString()), "Budi Santoso", "id", now))
                        .toList());
        server.execute("UPDATE member SET state = 'active'");
        return members;
    }

    private void sell(OwnServer server, Browser till, List<UUID> members, int many) {
        Instant now = server.bean(BusinessClock.class).now();
        for (int sold = 0; sold < many; sold += BATCH) {
            List<String> receipts = new ArrayList<>();
            for (int number = 0; number < BATCH; number++) {
                receipts.add(receipt(server, members.get(random.nextInt(members.size())), now));
            }
            assertThat(till.post("/api/v1/purchases/batch", "{\"purchases\":[" + String.join(",", receipts) + "]}").status())
                    .isEqualTo(200);
        }
    }

    private static String receipt(OwnServer server, UUID member, Instant now) {
        String lines = IntStream.rangeClosed(1, 4)
                .mapToObj(position -> """
                        {"position": %d, "name": "Beras 5 kg", "quantity": "1",
                         "amount": {"amount": "25000", "currency": "IDR"}}""".formatted(position))
                .collect(Collectors.joining(","));
        return """
                {"channel": "store", "till": "1", "receiptNumber": "B%s", "businessDate": "%s", "occurredAt": "%s",
                 "member": {"memberId": "%s"}, "lines": [%s],
                 "total": {"amount": "100000", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "100000", "currency": "IDR"}}]}"""
                .formatted(
                        server.bean(IdMaker.class).next(), now.atZone(JAKARTA).toLocalDate(), now,
                        PublicId.MEMBER.format(member), lines);
    }

    /** Prints what work costs for each 1,000 purchases: statements, processor time of ours and of the database, time. */
    private void measure(OwnServer server, String name, Runnable work) {
        long statements = statements(server);
        Duration database = database();
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long started = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - started) / 1e6;
        double ours = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1e6;
        double theirs = database().minus(database).toNanos() / 1e6;
        double thousands = purchases / 1_000.0;
        System.out.printf(
                Locale.ROOT,
                "FOLLOWERS %s: for 1,000 purchases %.1f statements, %.1f ms of ours, %.1f ms of the database's, %.1f ms in all%n",
                name, (statements(server) - statements - 1) / thousands, ours / thousands, theirs / thousands, wall / thousands);
    }

    private static long statements(OwnServer server) {
        return server.number(
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'");
    }

    private static Duration database() {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().command().filter(command -> command.contains("mariadbd")).isPresent())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
