package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.Balance;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till asks before payment, and what it sends after a time without a line. */
@SetiaTest
class QuotesAndBatchesTest {

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger points;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    private Browser till;
    private UUID member;
    private Instant now;

    @BeforeEach
    void openShop() {
        till = tills.till();
        member = people.join().id();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_quote_says_what_posting_then_gives_and_stores_nothing() {
        long before = rows();
        String body = receipt(number(), now, 75_000, who());

        Browser.Answer quote = till.post("/api/v1/purchases/quote", body);

        assertThat(quote.status()).isEqualTo(200);
        assertThat(figure(quote, "pointsEarned")).isEqualTo(75);
        assertThat(at(quote, "explanation[0].outcome").getStringValue()).isEqualTo("applied");
        assertThat(figure(quote, "points.available")).isEqualTo(75);
        assertThat(rows()).isEqualTo(before);
        assertThat(points.balance(member)).isEqualTo(Balance.NOTHING);
        Browser.Answer posted = till.post("/api/v1/purchases", body);
        assertThat(posted.status()).isEqualTo(201);
        assertThat(figure(posted, "pointsEarned")).isEqualTo(75);
        assertThat(figure(posted, "points.available")).isEqualTo(75);
    }

    @Test
    void a_quote_needs_no_numbers_that_are_printed_later() {
        String body = receipt("x", now, 75_000, who()).replace("\"till\":\"1\",\"receiptNumber\":\"x\",", "");

        assertThat(figure(till.post("/api/v1/purchases/quote", body), "pointsEarned")).isEqualTo(75);
    }

    @Test
    void a_quote_for_nobody_says_what_a_new_member_would_get() {
        Browser.Answer quote = till.post("/api/v1/purchases/quote", receipt(number(), now, 75_000, ""));

        assertThat(figure(quote, "pointsEarned")).isZero();
        assertThat(figure(quote, "pointsForNewMember")).isEqualTo(75);
        assertThat(quote.json().get("memberId")).isNull();
    }

    @Test
    void each_receipt_of_a_batch_is_answered_by_itself() {
        String twice = number();
        String good = receipt(number(), now, 10_000, who());
        String same = receipt(twice, now, 20_000, who());
        String other = receipt(twice, now, 30_000, who());
        String wrong = receipt(number(), now, 40_000, who()).replace("\"quantity\":\"1\"", "\"quantity\":\"-1\"");
        String nameless = receipt(number(), now, 40_000, who()).replace("\"name\":\"Beras\"", "\"name\":\" \"");

        Browser.Answer answer = till.post("/api/v1/purchases/batch", batch(List.of(good, same, wrong, other, same, nameless)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(List.of(figure(answer, "posted"), figure(answer, "replayed"), figure(answer, "refused")))
                .containsExactly(2L, 1L, 3L);
        assertThat(IntStream.range(0, 6).mapToObj(row -> figure(answer, "items[" + row + "].status")))
                .containsExactly(201L, 201L, 422L, 409L, 200L, 422L);
        assertThat(at(answer, "items[2].problem.errors[0].pointer").getStringValue()).isEqualTo("/lines/0/quantity");
        assertThat(at(answer, "items[3].problem.code").getStringValue()).isEqualTo("purchase_conflict");
        assertThat(at(answer, "items[5].problem.errors[0].pointer").getStringValue()).isEqualTo("/lines/0/name");
        assertThat(points.balance(member).available()).isEqualTo(30);
    }

    @Test
    void a_receipt_that_cannot_be_read_keeps_none_of_the_others_out() {
        String good = receipt(number(), now, 10_000, who());
        String channel = receipt(number(), now, 20_000, who()).replace("\"channel\":\"store\"", "\"channel\":\"fax\"");
        String day = receipt(number(), now, 20_000, who())
                .replaceAll("\"businessDate\":\"[^\"]+\"", "\"businessDate\":\"2026-02-30\"");
        String stranger = receipt(number(), now, 20_000, who()).replaceFirst("\\{", "{\"colour\":\"red\",");
        String gap = receipt(number(), now, 20_000, who()).replace("\"lines\":[", "\"lines\":[null,");
        String endless = receipt(number(), now, 20_000, who()).replace("\"position\":1", "\"position\":1e400");

        Browser.Answer answer = till.unwatched().post(
                "/api/v1/purchases/batch", batch(List.of(channel, day, stranger, "null", "7", gap, endless, good)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(IntStream.range(0, 8).mapToObj(row -> figure(answer, "items[" + row + "].status")))
                .containsExactly(422L, 422L, 422L, 422L, 422L, 422L, 422L, 201L);
        assertThat(IntStream.range(0, 6)
                        .mapToObj(row -> at(answer, "items[" + row + "].problem.errors[0].pointer").getStringValue()))
                .containsExactly("/channel", "/businessDate", "/colour", "", "", "/lines/0");
        assertThat(at(answer, "items[0].problem.errors[0].code").getStringValue()).isEqualTo("value_unknown");
        assertThat(points.balance(member).available()).isEqualTo(10);
    }

    @Test
    void a_batch_sent_again_has_one_effect() {
        List<String> receipts = IntStream.range(0, 100)
                .mapToObj(each -> receipt(number(), now, 1_000L * (each + 1), who()))
                .toList();

        assertThat(figure(till.post("/api/v1/purchases/batch", batch(receipts)), "posted")).isEqualTo(100);
        Browser.Answer again = till.post("/api/v1/purchases/batch", batch(receipts));

        assertThat(figure(again, "replayed")).isEqualTo(100);
        assertThat(points.balance(member).available()).isEqualTo(5_050);
    }

    @Test
    void receipts_of_many_members_are_answered_in_their_places_whoever_posts_them() {
        List<UUID> members = IntStream.range(0, 12).mapToObj(each -> people.join().id()).toList();
        String before = number();
        till.post("/api/v1/purchases", receipt(before, now, 500_000, who(members.get(3))));
        List<String> receipts = IntStream.range(0, 60)
                .mapToObj(each -> each == 33
                        ? receipt(before, now, 600_000, who(members.get(3)))
                        : receipt(number(), now, 1_000L * (each + 1), who(members.get(each % 12))))
                .toList();

        Browser.Answer answer = till.post("/api/v1/purchases/batch", batch(receipts));

        assertThat(figure(answer, "posted")).isEqualTo(59);
        assertThat(at(answer, "items[33].problem.code").getStringValue()).isEqualTo("purchase_conflict");
        for (int each = 0; each < 60; each++) {
            int place = each;
            if (place != 33) {
                long mine = IntStream.rangeClosed(0, place).filter(other -> other % 12 == place % 12 && other != 33)
                        .mapToLong(other -> other + 1).sum() + (place % 12 == 3 ? 500 : 0);
                assertThat(figure(answer, "items[" + place + "].purchase.pointsEarned")).isEqualTo(place + 1);
                assertThat(figure(answer, "items[" + place + "].purchase.points.available")).isEqualTo(mine);
            }
        }
    }

    @Test
    void a_batch_of_more_than_a_hundred_is_refused_as_a_whole() {
        List<String> receipts = IntStream.range(0, 101)
                .mapToObj(each -> receipt(number(), now, 1_000, who()))
                .toList();

        Browser.Answer answer = till.post("/api/v1/purchases/batch", batch(receipts));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(at(answer, "errors[0].pointer").getStringValue()).isEqualTo("/purchases");
        assertThat(points.balance(member)).isEqualTo(Balance.NOTHING);
    }

    private static long figure(Browser.Answer answer, String path) {
        return at(answer, path).getLongValue();
    }

    private static JsonNode at(Browser.Answer answer, String path) {
        JsonNode node = answer.json();
        for (String step : path.split("[.\\[\\]]+")) {
            node = Character.isDigit(step.charAt(0)) ? node.get(Integer.parseInt(step)) : node.get(step);
        }
        return node;
    }

    private String who() {
        return who(member);
    }

    private static String who(UUID member) {
        return "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}";
    }

    private static String batch(List<String> receipts) {
        return "{\"purchases\":[" + String.join(",", receipts) + "]}";
    }

    /** Rows that a quote of this member could have left behind. */
    private long rows() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT (SELECT COUNT(*) FROM points_account WHERE member_id = ?)
                      + (SELECT COUNT(*) FROM ledger_transaction WHERE member_id = ?)
                      + (SELECT COUNT(*) FROM purchase WHERE member_id = ?)""")) {
                for (int place = 1; place <= 3; place++) {
                    select.setBytes(place, UuidBytes.of(member));
                }
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
