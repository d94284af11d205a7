package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static id.setia.testing.TestTills.refund;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refunds a till sends together after a time without a line. */
@SetiaTest
class RefundBatchTest {

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger points;

    @Inject
    BusinessClock clock;

    @Test
    void each_refund_is_taken_or_refused_by_itself_and_sending_them_again_is_safe() {
        Browser till = tills.till();
        UUID member = people.join().id();
        Instant now = clock.now().minus(Duration.ofMinutes(5));
        String sold = number();
        till.post(
                "/api/v1/purchases",
                receipt(sold, now, 50_000, "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}"));
        String batch = "{\"refunds\":[" + String.join(
                        ",",
                        refund(sold, now, "1"),
                        "{}",
                        refund(sold, now, "1"),
                        refund(number(), now.minus(Duration.ofDays(20)), "1"))
                + "]}";

        Browser.Answer posted = till.unwatched().post("/api/v1/refunds/batch", batch);
        Browser.Answer again = till.unwatched().post("/api/v1/refunds/batch", batch);

        assertThat(statuses(posted)).as(posted.body()).containsExactly(201, 422, 409, 201);
        assertThat(posted.json().get("items").get(2).get("problem").get("code").getStringValue())
                .isIn("refund_exceeds_purchase", "nothing_left_to_refund");
        assertThat(posted.json().get("items").get(3).get("refund").get("state").getStringValue()).isEqualTo("waiting");
        assertThat(statuses(again)).containsExactly(200, 422, 409, 200);
        assertThat(points.balance(member).available()).isZero();
        assertThat(till.unwatched().post("/api/v1/refunds/batch", "{\"refunds\":[]}").status()).isEqualTo(422);
    }

    @Test
    void another_refund_under_its_key_is_told_every_difference() {
        Browser till = tills.till();
        Instant now = clock.now().minus(Duration.ofMinutes(5));
        String sold = number();
        till.post("/api/v1/purchases", receipt(sold, now, 50_000, ""));
        String first = refund(sold, now, "0.5");
        Browser.Answer posted = till.post("/api/v1/refunds", first);

        Browser.Answer more = till.post("/api/v1/refunds", first.replace("\"quantity\":\"0.5\"", "\"quantity\":\"0.25\""));
        Browser.Answer amount = till.post("/api/v1/refunds", first.replace(
                "\"quantity\":\"0.5\"", "\"quantity\":\"0.5\",\"amount\":{\"amount\":\"100\",\"currency\":\"IDR\"}"));
        Browser.Answer line = till.post("/api/v1/refunds", first.replace("\"position\":1", "\"position\":2"));
        Browser.Answer open = till.post("/api/v1/refunds", first.replace(",\"quantity\":\"0.5\"", ""));

        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        assertThat(List.of(more.text("code"), amount.text("code"), line.text("code"), open.text("code"))).containsOnly("refund_conflict");
        assertThat(more.fieldCodes()).isEqualTo(Map.of("/lines/0/quantity", "differs"));
        assertThat(more.body()).contains("0.5 is stored, 0.25 was sent.");
        assertThat(amount.fieldCodes()).isEqualTo(Map.of("/lines/0/amount", "differs"));
        assertThat(line.fieldCodes()).isEqualTo(Map.of("/lines/0", "line_added", "/lines", "line_missing"));
        assertThat(open.fieldCodes()).isEqualTo(Map.of("/lines", "refund_lines_differ"));
    }

    private static List<Integer> statuses(Browser.Answer answer) {
        List<Integer> statuses = new ArrayList<>();
        answer.json().get("items").values().forEach(item -> statuses.add(item.get("status").getIntValue()));
        return statuses;
    }
}
