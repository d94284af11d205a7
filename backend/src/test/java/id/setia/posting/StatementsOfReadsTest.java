package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.phone;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestDatabase;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till reads while somebody waits takes few statements, all told, and ends no transaction. */
@SetiaTest
class StatementsOfReadsTest {

    /** Of one read, all told. */
    private static final int MOST = 3;

    private static final int READS = 100;

    /** Questions of others meanwhile: kept-alive connections, epochs. */
    private static final int OTHERS = 60;

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    MemberMerger merger;

    @Inject
    IdMaker ids;

    @Inject
    SqlWatch watch;

    @Inject
    BusinessClock clock;

    private Browser till;
    private TestMembers.TestMember member;

    @BeforeEach
    void openShop() {
        till = tills.till();
        member = people.join();
        till.post("/api/v1/purchases", receipt(number(), clock.now().minus(Duration.ofMinutes(5)), 75_000, shown()));
    }

    @Test
    void reading_a_member_with_points_tier_and_offers_takes_one_statement() {
        assertFew(1, () -> assertThat(till.get(path()).status()).isEqualTo(200));
    }

    @Test
    void reading_a_member_who_was_merged_into_another_takes_two_statements() {
        TestMembers.TestMember kept = people.join();
        Caller.SignedInStaff agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
        merger.merge(agent, Optional.of(ids.next().toString()), new MergeOrder(member.id(), kept.id(), "uji"));

        assertFew(2, () -> {
            Browser.Answer answer = till.get(path());
            assertThat(answer.text("memberId")).isEqualTo(PublicId.MEMBER.format(kept.id()));
            assertThat(answer.json().get("points").get("available").getLongValue()).isEqualTo(75);
        });
    }

    @Test
    void looking_a_member_up_takes_two_statements() {
        assertFew(2, () -> assertThat(
                        till.post("/api/v1/members/lookup", "{\"email\":\"" + member.email() + "\"}").status())
                .isEqualTo(200));
    }

    @Test
    void looking_up_somebody_unknown_takes_one_statement() {
        assertFew(1, () -> assertThat(till.post("/api/v1/members/lookup", "{\"phone\":\"" + phone() + "\"}").status())
                .isEqualTo(404));
    }

    @Test
    void a_quote_takes_two_statements_however_many_lines_it_has() {
        for (int lines : new int[] {1, 9}) {
            String body = withSkus(lines);
            assertFew(2, () -> assertThat(till.post("/api/v1/purchases/quote", body).status()).isEqualTo(200));
        }
    }

    @Test
    void reading_a_member_begins_and_ends_no_transaction() throws SQLException {
        till.get(path());
        try (Connection connection = TestDatabase.address().connect()) {
            long asked = count(connection, "Questions");
            long committed = count(connection, "Com_commit");
            for (int read = 0; read < READS; read++) {
                till.get(path());
            }
            assertThat(count(connection, "Questions") - asked).isLessThanOrEqualTo((long) READS * MOST + OTHERS);
            assertThat(count(connection, "Com_commit") - committed).isLessThan(OTHERS);
        }
    }

    /** Memory is warm after the first; some may meet the moment at which it is looked after. */
    private void assertFew(int most, Runnable read) {
        read.run();
        int fewest = IntStream.range(0, 5)
                .map(ignored -> watch.during(read).size())
                .min()
                .orElseThrow();
        assertThat(fewest).isBetween(1, Math.min(most, MOST));
    }

    private static long count(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SHOW GLOBAL STATUS LIKE '" + name + "'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(2);
        }
    }

    private String withSkus(int lines) {
        String one = "{\"position\":1,\"name\":\"Beras\",\"quantity\":\"1\",\"amount\":{\"amount\":\"75000\",\"currency\":\"IDR\"}}";
        String many = String.join(
                ",",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> one.replace("\"position\":1", "\"position\":" + line)
                                .replace("\"name\"", "\"sku\":\"" + UUID.randomUUID() + "\",\"name\""))
                        .toList());
        return receipt(number(), clock.now().minus(Duration.ofMinutes(5)), 75_000, shown()).replace(one, many);
    }

    private String path() {
        return "/api/v1/members/" + PublicId.MEMBER.format(member.id());
    }

    private String shown() {
        return "{\"email\":\"" + member.email() + "\"}";
    }
}
