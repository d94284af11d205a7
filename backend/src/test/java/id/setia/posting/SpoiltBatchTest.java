package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.setia.imports.OwnServer;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A receipt that the database will not take, among others that were sent with it, few or many. */
class SpoiltBatchTest {

    private static final long TAKEN = 201;
    private static final long TAKEN_BEFORE = 200;
    private static final long FAULT = 500;
    private static final String SPOILT = "SPOILT-";

    private static OwnServer server;
    private static Browser till;

    private final UUID member = server.bean(TestMembers.class).join().id();
    private final UUID another = server.bean(TestMembers.class).join().id();

    @BeforeAll
    static void a_database_that_will_not_take_some() throws SQLException {
        server = OwnServer.start("spoilt");
        server.bean(TestShop.class).open();
        till = server.bean(TestTills.class).till().unwatched();
        refuseSpoilt();
        log(Level.OFF);
    }

    @AfterAll
    static void end() {
        log(null);
        server.close();
    }

    private static void refuseSpoilt() throws SQLException {
        server.execute("ALTER TABLE purchase ADD CONSTRAINT purchase_spoilt CHECK (receipt_number NOT LIKE '" + SPOILT + "%')");
    }

    /** That a receipt could not be posted is wanted. */
    private static void log(Level level) {
        ((Logger) LoggerFactory.getLogger(PurchaseBatches.class)).setLevel(level);
    }

    @Test
    void of_few_receipts_the_spoilt_one_alone_is_left_out() throws SQLException {
        sentTwice(List.of(good(member), good(another), spoilt(), good(member)), List.of(TAKEN, TAKEN, FAULT, TAKEN));

        assertThat(points(member)).isEqualTo(30);
        assertThat(points(another)).isEqualTo(10);
    }

    @Test
    void of_receipts_with_twins_among_them_the_spoilt_one_alone_is_left_out() throws SQLException {
        String twin = good(another);
        sentTwice(
                List.of(good(member), twin, spoilt(), twin, good(member)),
                List.of(TAKEN, TAKEN, FAULT, TAKEN_BEFORE, TAKEN));

        assertThat(points(member)).isEqualTo(30);
        assertThat(points(another)).isEqualTo(10);
    }

    @Test
    void a_spoilt_receipt_by_itself_is_left_out() throws SQLException {
        sentTwice(List.of(spoilt()), List.of(FAULT));

        assertThat(points(member)).isEqualTo(10);
    }

    @Test
    void of_many_receipts_the_spoilt_one_alone_is_left_out() throws SQLException {
        List<String> receipts = new ArrayList<>(Stream.generate(() -> good(member)).limit(20).toList());
        receipts.addAll(Stream.generate(() -> good(another)).limit(19).toList());
        receipts.add(7, spoilt());
        List<Long> statuses = new ArrayList<>(Stream.generate(() -> TAKEN).limit(39).toList());
        statuses.add(7, FAULT);
        sentTwice(receipts, statuses);

        assertThat(points(member)).isEqualTo(210);
        assertThat(points(another)).isEqualTo(190);
    }

    @Test
    void of_many_receipts_with_twins_among_them_the_spoilt_one_alone_is_left_out() throws SQLException {
        String twin = good(member);
        List<String> receipts = new ArrayList<>(Stream.generate(() -> good(another)).limit(30).toList());
        receipts.addAll(List.of(twin, spoilt(), twin));
        List<Long> statuses = new ArrayList<>(Stream.generate(() -> TAKEN).limit(30).toList());
        statuses.addAll(List.of(TAKEN, FAULT, TAKEN_BEFORE));
        sentTwice(receipts, statuses);

        assertThat(points(member)).isEqualTo(20);
        assertThat(points(another)).isEqualTo(300);
    }

    /** The second time, when the database takes everything, only what was left out is new. */
    private void sentTwice(List<String> receipts, List<Long> statuses) throws SQLException {
        assertThat(send(receipts)).isEqualTo(statuses);
        server.execute("ALTER TABLE purchase DROP CONSTRAINT purchase_spoilt");
        try {
            assertThat(send(receipts)).isEqualTo(statuses.stream().map(status -> status == FAULT ? TAKEN : TAKEN_BEFORE).toList());
        } finally {
            server.execute("DELETE FROM purchase_line WHERE purchase_id IN (SELECT id FROM purchase WHERE receipt_number LIKE '" + SPOILT + "%')");
            server.execute("DELETE FROM purchase WHERE receipt_number LIKE '" + SPOILT + "%'");
            refuseSpoilt();
        }
    }

    private static List<Long> send(List<String> receipts) {
        Browser.Answer answer = till.post("/api/v1/purchases/batch", "{\"purchases\":[" + String.join(",", receipts) + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<Long> statuses = new ArrayList<>();
        for (JsonNode row : answer.json().get("items").values()) {
            statuses.add(row.get("status").getLongValue());
        }
        return statuses;
    }

    private String spoilt() {
        return of(SPOILT + number(), member);
    }

    private static String good(UUID member) {
        return of(number(), member);
    }

    private static String of(String number, UUID member) {
        return receipt(
                number, server.bean(BusinessClock.class).now().minus(Duration.ofMinutes(5)), 10_000,
                "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}");
    }

    private static long points(UUID member) {
        return server.bean(PointsLedger.class).balance(member).available();
    }
}
