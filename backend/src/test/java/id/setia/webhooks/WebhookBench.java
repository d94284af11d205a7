package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import id.setia.imports.OwnServer;
import id.setia.testing.Browser;
import id.setia.testing.TestShop;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What sending {@code events} (2,000) of {@code members} (500) to a receiver on this machine costs. Not a part of the suite.
 */
class WebhookBench {

    @Test
    void sending() throws SQLException {
        int events = Integer.getInteger("events", 2_000);
        try (OwnServer server = OwnServer.start(
                        "webhook_bench", Map.of("setia.test.watch", "false", "setia.webhook.allow", "127.0.0.1"));
                HostileReceiver receiver = new HostileReceiver(request -> Treatment.TAKE)) {
            TestWebhooks webhooks = server.bean(TestWebhooks.class);
            Browser owner = webhooks.owner();
            Browser.Answer made = owner.with("Idempotency-Key", "bench")
                    .post("/api/v1/webhook-endpoints", "{\"url\":\"" + receiver.url() + "\",\"description\":\"B\",\"types\":[]}");
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            List<UUID> members = IntStream.range(0, Integer.getInteger("members", 500))
                    .mapToObj(number -> server.bean(TestShop.class).member())
                    .toList();
            WebhookSender sender = server.bean(WebhookSender.class);
            for (int round = 1; round <= 2; round++) {
                for (int number = 0; number < events; number++) {
                    webhooks.happen(members.get(number % members.size()), "points.earned", "{\"reason\":\"uji\",\"points\":1}");
                }
                webhooks.settle();
                long begun = System.nanoTime();
                double usedBefore = processorSeconds();
                long rowsBefore = rowsRead(server);
                TestWebhooks.send(sender);
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d sent, %.1f s, %.0f/s; processor of this server %.1f s; %d rows read for each%n",
                        round, events, seconds, events / seconds, processorSeconds() - usedBefore,
                        (rowsRead(server) - rowsBefore) / events);
                assertThat(receiver.received()).hasSize(round * events);
            }
        }
    }

    /** Rows that the database has looked at, all together. */
    private static long rowsRead(OwnServer server) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_read%'")) {
            long rows = 0;
            while (row.next()) {
                rows += row.getLong(2);
            }
            return rows;
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
