package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many more requests than connections: they wait for each other and are all answered. */
@SetiaTest
@Property(name = "datasources.default.maximum-pool-size", value = "2")
@Property(name = "datasources.default.minimum-idle", value = "1")
@Property(name = "datasources.glances.maximum-pool-size", value = "1")
@Property(name = "datasources.glances.minimum-idle", value = "1")
class SmallPoolsTest {

    private static final int CLIENTS = 64;
    private static final int EACH = 6;

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Test
    void sixty_four_who_read_on_two_connections_are_all_answered() throws Exception {
        Browser till = tills.till();
        String path = "/api/v1/members/" + PublicId.MEMBER.format(people.join().id());
        Callable<List<Integer>> reader = () -> IntStream.range(0, EACH)
                .mapToObj(turn -> till.get(turn % 2 == 0 ? path : path + "/points").status())
                .toList();

        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<Integer>> answers : clients.invokeAll(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> reader)
                    .toList())) {
                assertThat(answers.get()).containsOnly(200);
            }
        }
    }
}
