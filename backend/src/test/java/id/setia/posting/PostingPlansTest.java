package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till waits for finds its rows by keys: nothing it asks grows with the members and purchases there are. */
@SetiaTest
class PostingPlansTest {

    /** Tables that grow with members and with what they do. */
    private static final Set<String> GROWING = Set.of(
            "member", "member_identifier", "purchase", "purchase_line", "refund", "refund_line", "points_account", "points_debt",
            "points_lot", "lot_movement", "ledger_transaction", "ledger_entry", "points_hold", "points_review", "standing", "outbox",
            "idempotency_key", "earning_counter", "offer_activation", "offer_member", "audience_member", "rfm_member", "member_habit", "redemption",
            "voucher", "voucher_use", "pool_code", "receipt_claim", "consent", "referral", "member_event", "member_event_grant",
            "session", "attempt", "card_seed", "member_pin", "spending_lock", "correction", "notice");

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    SqlWatch watch;

    @Inject
    BusinessClock clock;

    private Browser till;
    private String member;

    @BeforeEach
    void openShop() {
        till = tills.till();
        member = "{\"email\":\"" + people.join().email() + "\"}";
        post("/api/v1/purchases", receipt(number(), ago(), 50_000, member), 201);
    }

    @Test
    void everything_a_till_waits_for_uses_a_key() throws SQLException {
        String bought = number();
        List<SqlWatch.Issued> issued = watch.during(() -> {
            post("/api/v1/purchases/quote", receipt(number(), ago(), 30_000, member), 200);
            post("/api/v1/purchases", receipt(bought, ago(), 30_000, member), 201);
            post("/api/v1/purchases", receipt(bought, ago(), 30_000, member), 200);
            post("/api/v1/purchases", receipt(number(), ago(), 30_000, ""), 201);
            post("/api/v1/purchases/batch", "{\"purchases\":[" + receipt(number(), ago(), 10_000, member) + ","
                    + receipt(number(), ago(), 20_000, member) + "]}", 200);
            post("/api/v1/refunds", TestTills.refund(bought, clock.now(), "0.5"), 201);
            post("/api/v1/members/lookup", member, 200);
        });

        Map<String, String> scans = new LinkedHashMap<>();
        int explained = 0;
        try (Connection connection = TestDatabase.address().connect()) {
            for (SqlWatch.Issued statement : issued) {
                if (statement.text().stripLeading().matches("(?is)(SELECT|UPDATE|DELETE)\\b.*")) {
                    explained++;
                    for (String scan : scans(connection, statement)) {
                        scans.put(statement.text(), scan);
                    }
                }
            }
        }
        assertThat(explained).isGreaterThan(30);
        assertThat(scans).isEmpty();
    }

    /** Tables that grow and whose rows no key finds. */
    private static List<String> scans(Connection connection, SqlWatch.Issued statement) throws SQLException {
        List<String> scans = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + statement.text())) {
            for (ParameterSetOperation value : statement.values()) {
                bind(explain, value);
            }
            try (ResultSet row = explain.executeQuery()) {
                while (row.next()) {
                    String table = row.getString("table");
                    if (table != null && isOfAGrowingTable(statement.text(), table) && row.getString("possible_keys") == null && row.getString("key") == null) {
                        scans.add(table + " " + row.getString("type"));
                    }
                }
            }
        }
        return scans;
    }

    /** The plan names tables by their aliases. */
    private static boolean isOfAGrowingTable(String statement, String name) {
        return GROWING.stream().anyMatch(table ->
                name.equals(table) || statement.matches("(?is).*\\b(FROM|JOIN|UPDATE)\\s+" + table + "\\s+(AS\\s+)?" + name + "\\b.*"));
    }

    private static void bind(PreparedStatement statement, ParameterSetOperation value) {
        try {
            value.getMethod().invoke(statement, value.getArgs());
        } catch (ReflectiveOperationException error) {
            throw new AssertionError(error);
        }
    }

    private Instant ago() {
        return clock.now().minus(Duration.ofMinutes(2));
    }

    private void post(String path, String body, int status) {
        Browser.Answer answer = till.post(path, body);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(status);
    }
}
