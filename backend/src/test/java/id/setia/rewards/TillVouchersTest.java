package id.setia.rewards;

import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.posting.RewardRedemptions;
import id.setia.purchases.NaturalKey;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vouchers at the till: what one gives, using it, undoing that, and what time and refunds do. */
@SetiaTest
class TillVouchersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Inject
    TestShop shop;

    @Inject
    TestRewards rewards;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestTills tills;

    @Inject
    RewardRedemptions redemptions;

    @Inject
    RedemptionAnswers answers;

    @Inject
    Vouchers vouchers;

    @Inject
    VoucherRows rows;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Browser till;
    private UUID member;

    @BeforeEach
    void openShop() {
        shop.open();
        till = browsers.till();
        member = shop.member();
        rewards.give(member, 1_000);
    }

    @Test
    void a_till_sees_what_a_voucher_gives_uses_it_once_and_undoes_it() {
        String code = code(reward(RewardKind.TILL_DISCOUNT)
                .discount(new DiscountTerms(null, "10", new Money("20000", "IDR"), new Money("50000", "IDR"))));
        String typed = code.toLowerCase(Locale.ROOT).replace("-", " ");

        Browser.Answer seen = till.post(
                "/api/v1/vouchers/validation", "{\"code\":\"" + typed + "\",\"total\":{\"amount\":\"155000\",\"currency\":\"IDR\"}}");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().get("usable").getBooleanValue()).isTrue();
        assertThat(seen.json().get("takenOff").get("amount").getStringValue()).isEqualTo("15500");
        assertThat(seen.body()).doesNotContain(code);
        Browser.Answer used = use(code, "1");
        assertThat(used.text("state")).as(used.body()).isEqualTo("used");
        Browser.Answer again = use(code, "1");
        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(use(code, "2").text("code")).isEqualTo("voucher_used");
        assertThat(undo(code, "2").text("code")).isEqualTo("voucher_not_used");

        Browser.Answer undone = undo(code, "1");
        assertThat(undone.text("state")).as(undone.body()).isEqualTo("revealed");
        assertThat(undo(code, "1").json().get("replayed").getBooleanValue()).isTrue();
        assertThat(use(code, "2").text("state")).isEqualTo("used");
    }

    @Test
    void a_use_sent_again_after_it_was_undone_tells_what_was_and_uses_nothing() {
        String code = code(reward(RewardKind.TILL_DISCOUNT)
                .discount(new DiscountTerms(null, "10", null, new Money("1", "IDR"))));
        String number = TestTills.number();
        Browser.Answer used = till.post("/api/v1/vouchers/use", body(code, number, total(50_000)));
        undo(code, number);

        Browser.Answer again = till.post("/api/v1/vouchers/use", body(code, number, total(50_000)));

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(again.text("usedAt")).isEqualTo(used.text("usedAt"));
        assertThat(again.text("undoneAt")).isNotBlank();
        assertThat(again.json().get("takenOff")).isEqualTo(used.json().get("takenOff"));
        assertThat(again.text("state")).isEqualTo("revealed");
        assertThat(use(code, TestTills.number()).text("state")).isEqualTo("used");
    }

    @Test
    void only_a_new_key_uses_a_voucher_for_the_same_receipt_once_more() {
        String code = code(reward(RewardKind.VOUCHER_GENERATED));
        String number = TestTills.number();
        String first = ids.next().toString();
        String second = ids.next().toString();
        assertThat(useUnder(first, code, number).text("state")).isEqualTo("used");
        undo(code, number);

        Browser.Answer replay = useUnder(first, code, number);
        Browser.Answer anew = useUnder(second, code, number);
        Browser.Answer late = useUnder(first, code, number);

        assertThat(replay.json().get("replayed").getBooleanValue()).as(replay.body()).isTrue();
        assertThat(replay.text("state")).isEqualTo("revealed");
        assertThat(anew.json().get("replayed").getBooleanValue()).as(anew.body()).isFalse();
        assertThat(anew.text("state")).isEqualTo("used");
        assertThat(late.text("undoneAt")).as(late.body()).isEqualTo(replay.text("undoneAt"));
        assertThat(useUnder(second, code, number).json().get("undoneAt")).isNull();
        assertThat(useUnder(second, code, TestTills.number()).text("code")).isEqualTo("idempotency_key_reused");
    }

    private Browser.Answer useUnder(String key, String code, String number) {
        return till.with("Idempotency-Key", key).post("/api/v1/vouchers/use", body(code, number, ""));
    }

    @Test
    void a_voucher_stays_good_where_the_receipt_is_below_its_minimum() {
        String code = code(reward(RewardKind.TILL_DISCOUNT)
                .discount(new DiscountTerms(null, "10", null, new Money("50000", "IDR"))));
        String number = TestTills.number();

        Browser.Answer seen = till.post("/api/v1/vouchers/validation", "{\"code\":\"" + code + "\"" + total(49_999) + "}");
        assertThat(seen.json().get("usable").getBooleanValue()).as(seen.body()).isFalse();
        assertThat(seen.json().get("unusable").get("reason").getStringValue()).isEqualTo("voucher_below_minimum");
        Browser.Answer refused = till.post("/api/v1/vouchers/use", body(code, number, total(49_999)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("voucher_below_minimum");
        assertThat(refused.text("detail")).contains("Rp50,000", "Rp49,999");

        Browser.Answer used = till.post("/api/v1/vouchers/use", body(code, number, total(50_000)));
        Browser.Answer again = till.post("/api/v1/vouchers/use", body(code, number, total(10_000)));

        assertThat(used.json().get("takenOff").get("amount").getStringValue()).isEqualTo("5000");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().replace("\"replayed\":true", "\"replayed\":false")).isEqualTo(used.body());
    }

    private static String total(long amount) {
        return ",\"total\":{\"amount\":\"" + amount + "\",\"currency\":\"IDR\"}";
    }

    @Test
    void another_partner_and_a_guesser_find_nothing_and_the_guesser_waits() {
        String code = code(reward(RewardKind.VOUCHER_GENERATED));

        Browser.Answer elsewhere =
                tills.tillOfAnotherPartner().post("/api/v1/vouchers/validation", "{\"code\":\"" + code + "\"}");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.text("code")).isEqualTo("voucher_not_found");
        for (int guess = 0; guess < 30; guess++) {
            assertThat(till.post("/api/v1/vouchers/validation", "{\"code\":\"TEBAK-" + guess + "\"}").text("code"))
                    .isEqualTo("voucher_not_found");
        }
        assertThat(till.post("/api/v1/vouchers/validation", "{\"code\":\"" + code + "\"}").text("code"))
                .isEqualTo("too_many_attempts");
        assertThat(browsers.till().post("/api/v1/vouchers/validation", "{\"code\":\"" + code + "\"}").status()).isEqualTo(200);
    }

    @Test
    void an_expired_voucher_is_refused_before_the_sweep_has_written_it_down_and_after() {
        UUID redemption = take(reward(RewardKind.VOUCHER_GENERATED).validDays(1));
        String code = show(redemption);
        expireBefore(redemption, clock.now().minusSeconds(1));

        assertThat(use(code, "1").text("code")).isEqualTo("voucher_expired");
        vouchers.expire();
        assertThat(use(code, "1").text("code")).isEqualTo("voucher_expired");
        assertThat(rows.ofRedemptions(List.of(redemption)).get(redemption).state()).isEqualTo(VoucherState.EXPIRED);
        assertThat(answers.one(member, redemption, true).voucher().code()).isNull();
    }

    @Test
    void a_voucher_comes_back_with_grace_when_every_line_it_served_is_refunded() {
        UUID redemption = take(reward(RewardKind.VOUCHER_GENERATED).validDays(1));
        String code = show(redemption);
        String number = TestTills.number();
        Browser.Answer used = till.post("/api/v1/vouchers/use", body(code, number, ",\"positions\":[1,3]"));
        assertThat(used.status()).as(used.body()).isEqualTo(200);
        expireBefore(redemption, clock.now().minusSeconds(1));
        NaturalKey receipt = NaturalKey.ofReceipt(shop.store().partnerId(), shop.store().id(), DAY, "1", number);

        assertThat(refund(receipt, Set.of(1, 2))).isEmpty();
        assertThat(refund(receipt, Set.of(1, 3))).hasSize(1);
        assertThat(refund(receipt, Set.of(1, 2, 3))).isEmpty();

        Voucher voucher = rows.ofRedemptions(List.of(redemption)).get(redemption);
        assertThat(voucher.stateAt(clock.now())).isEqualTo(VoucherState.REVEALED);
        assertThat(voucher.expiresAt().orElseThrow()).isAfter(clock.now().plus(Duration.ofDays(13)));
        assertThat(use(code, TestTills.number()).text("state")).isEqualTo("used");
    }

    private List<UUID> refund(NaturalKey receipt, Set<Integer> positions) {
        return transactions.write(connection -> {
            Batch batch = new Batch();
            List<UUID> returned =
                    vouchers.giveBackRefunded(batch, receipt, positions, Set.of(1, 2, 3), clock.now());
            batch.flush(connection);
            return returned;
        });
    }

    private void expireBefore(UUID redemption, Instant end) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE voucher SET expires_at = ? WHERE redemption_id = ?")) {
                update.setObject(1, Sql.time(end));
                update.setBytes(2, UuidBytes.of(redemption));
                return update.executeUpdate();
            }
        });
    }

    private UUID take(TestRewards.Wanted wanted) {
        return redemptions.redeem(
                new Caller.SignedInMember(member),
                Optional.of(ids.next().toString()),
                new RewardRedemptions.Order(member, rewards.publish(wanted), Optional.empty()));
    }

    private String code(TestRewards.Wanted wanted) {
        return show(take(wanted));
    }

    private String show(UUID redemption) {
        String voucher = answers.one(member, redemption, true).voucher().voucherId();
        return vouchers.reveal(member, PublicId.VOUCHER.parse(voucher).orElseThrow()).code();
    }

    private Browser.Answer use(String code, String number) {
        return till.post("/api/v1/vouchers/use", body(code, number, ""));
    }

    private Browser.Answer undo(String code, String number) {
        return till.post("/api/v1/vouchers/undo", body(code, number, ""));
    }

    private static String body(String code, String number, String more) {
        return "{\"code\":\"%s\",\"receipt\":{\"businessDate\":\"%s\",\"till\":\"1\",\"receiptNumber\":\"%s\"}%s}"
                .formatted(code, DAY, number, more);
    }
}
