package id.setia.platform;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Pool;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No kind of work waits for the connections of another. */
@SetiaTest
class PoolsTest {

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    TestShop shop;

    @Inject
    ApiClients clients;

    @Inject
    PartnerDirectory directory;

    @Inject
    IdMaker ids;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    @Named("glances")
    DataSource glances;

    @Value("${datasources.default.maximum-pool-size}")
    int readers;

    @Value("${datasources.glances.maximum-pool-size}")
    int glancers;

    @Value("${datasources.log-ins.maximum-pool-size}")
    int entrances;

    private Browser till;
    private TestMembers.TestMember member;
    private IssuedClient client;

    @BeforeEach
    void openShop() {
        till = tills.till();
        member = people.join();
        client = clients.create(
                new Caller.Stranger(),
                ids.next().toString(),
                shop.store().partnerId(),
                Optional.empty(),
                "Kasir",
                Set.of(Scope.MEMBERS_READ));
        post();
    }

    @Test
    void a_till_gets_a_token_and_posts_while_every_connection_of_readers_is_held() throws Exception {
        List<Connection> held = new ArrayList<>();
        try (Crowd crowd = new Crowd(Pool.READING, readers)) {
            for (int reader = 0; reader < glancers; reader++) {
                held.add(DelegatingDataSource.unwrapDataSource(glances).getConnection());
            }

            assertThat(askForToken()).isEqualTo(200);
            post();
            assertThat(signIn()).isEqualTo(201);
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void reads_are_answered_and_purchases_posted_while_every_connection_of_log_ins_is_held() throws Exception {
        try (Crowd crowd = new Crowd(Pool.LOG_INS, entrances)) {
            assertThat(till.get("/api/v1/members/" + PublicId.MEMBER.format(member.id())).status()).isEqualTo(200);
            post();
        }
    }

    @Test
    void all_who_hold_a_connection_learn_who_takes_part_without_another_one() throws Exception {
        CountDownLatch together = new CountDownLatch(readers);
        AtomicInteger answered = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            threads.add(Thread.ofVirtual().start(() -> patiently(connection -> {
                together.countDown();
                await(together);
                directory.refresh();
                return directory.partners().isEmpty() ? 0 : answered.incrementAndGet();
            })));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answered).hasValue(readers);
    }

    @Test
    void who_is_in_a_transaction_stays_on_its_connection_whatever_pool_is_asked_for() {
        Connection outer = transactions.read(connection -> {
            Connection inner = Pool.POSTING.during(() -> transactions.read(joined -> joined));
            assertThat(transactions.<Connection>glance(joined -> joined)).isSameAs(connection);
            assertThat(inner).isSameAs(connection);
            return connection;
        });

        assertThat(outer).isNotNull();
    }

    private int askForToken() {
        return tills.browser()
                .postForm(
                        "/api/v1/oauth/token",
                        "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret())
                .status();
    }

    private void post() {
        Browser.Answer posted = till.post(
                "/api/v1/purchases",
                receipt(number(), clock.now().minus(Duration.ofMinutes(5)), 75_000, "{\"email\":\"" + member.email() + "\"}"));
        assertThat(posted.status()).isEqualTo(201);
    }

    private int signIn() {
        return tills.browser()
                .post(
                        "/api/v1/session",
                        "{\"kind\":\"member\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), TestMembers.PASSWORD))
                .status();
    }

    /** Whoever else reads just then gives the connection back sooner or later. */
    private void patiently(Transactions.Work<Integer> work) {
        for (int attempt = 1; attempt <= 6; attempt++) {
            try {
                transactions.read(work);
                return;
            } catch (CannotGetJdbcConnectionException taken) {
                // Asked for again.
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many who hold a connection and do nothing. */
    private final class Crowd implements AutoCloseable {

        private final CountDownLatch inside;
        private final CountDownLatch end = new CountDownLatch(1);
        private final List<Thread> threads = new ArrayList<>();

        Crowd(Pool pool, int size) throws InterruptedException {
            inside = new CountDownLatch(size);
            for (int one = 0; one < size; one++) {
                threads.add(Thread.ofVirtual().start(() -> pool.during(() -> transactions.read(this::hold))));
            }
            await(inside);
        }

        private Object hold(Connection connection) {
            inside.countDown();
            await(end);
            return null;
        }

        @Override
        public void close() throws InterruptedException {
            end.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
