package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MemberLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final LedgerModel model = new LedgerModel();
    private final UUID purchase = UUID.randomUUID();

    @Test
    void a_refund_of_100_with_60_left_takes_60_and_owes_40_and_the_next_50_pay_it() {
        earn(purchase, 100, ONE, Optional.empty(), NOW);
        spend(40, NOW);

        takeBack(purchase, 100, ONE, NOW);
        assertThat(lastEntries())
                .containsExactlyInAnyOrder(
                        tuple(LedgerAccount.AVAILABLE, -60L), tuple(LedgerAccount.DEBT, -40L), tuple(LedgerAccount.ISSUED, 100L));

        earn(UUID.randomUUID(), 50, ONE, Optional.empty(), NOW);
        assertThat(lastEntries())
                .containsExactlyInAnyOrder(
                        tuple(LedgerAccount.ISSUED, -50L), tuple(LedgerAccount.DEBT, 40L), tuple(LedgerAccount.AVAILABLE, 10L));
    }

    @Test
    void points_of_one_funder_that_pay_anothers_debt_leave_a_pair_of_redeemed_entries() {
        earn(purchase, 100, ONE, Optional.empty(), NOW);
        spend(100, NOW);
        takeBack(purchase, 100, ONE, NOW);

        earn(UUID.randomUUID(), 30, OTHER, Optional.empty(), NOW);

        assertThat(model.transactions().getLast().entries())
                .filteredOn(entry -> entry.account() == LedgerAccount.REDEEMED)
                .extracting(Entry::funderId, Entry::points, entry -> entry.honouringPartnerId().orElseThrow())
                .containsExactlyInAnyOrder(tuple(OTHER, 30L, ONE), tuple(ONE, -30L, ONE));
        assertThat(model.account().debt()).isEqualTo(-70);
    }

    @Test
    void spending_takes_the_points_that_expire_first() {
        earn(UUID.randomUUID(), 10, ONE, Optional.empty(), NOW);
        earn(UUID.randomUUID(), 10, OTHER, Optional.of(NOW.plus(Duration.ofDays(9))), NOW);
        earn(UUID.randomUUID(), 10, ONE, Optional.of(NOW.plus(Duration.ofDays(2))), NOW);

        spend(15, NOW);

        model.act(NOW.plus(Duration.ofDays(3)), ledger -> {});
        assertThat(model.account().available()).as("nothing was left to lapse").isEqualTo(15);
        model.act(NOW.plus(Duration.ofDays(10)), ledger -> {});
        assertThat(model.account().available()).isEqualTo(10);
    }

    @Test
    void points_lapse_at_their_own_time_whenever_it_is_noticed() {
        Instant due = NOW.plus(Duration.ofDays(2));
        earn(purchase, 10, ONE, Optional.of(due), NOW);

        model.act(NOW.plus(Duration.ofDays(40)), ledger -> {});

        assertThat(model.transactions().getLast().posting().kind()).isEqualTo(TransactionKind.EXPIRY);
        assertThat(model.transactions().getLast().posting().businessAt()).isEqualTo(due);
        assertThat(model.account().available()).isZero();
    }

    @Test
    void a_refund_after_the_points_lapsed_takes_them_from_expired_and_owes_nothing() {
        earn(purchase, 10, ONE, Optional.of(NOW.plus(Duration.ofDays(2))), NOW);
        Instant later = NOW.plus(Duration.ofDays(5));

        takeBack(purchase, 10, ONE, later);

        assertThat(lastEntries())
                .containsExactlyInAnyOrder(tuple(LedgerAccount.ISSUED, 10L), tuple(LedgerAccount.EXPIRED, -10L));
        assertThat(model.account().debt()).isZero();
    }

    private void earn(UUID source, long points, UUID funder, Optional<Instant> expiresAt, Instant now) {
        model.act(
                now,
                ledger -> ledger.earn(
                        posting("purchase:" + source, TransactionKind.PURCHASE, source, now),
                        List.of(new Grant(points, funder, expiresAt, Optional.empty()))));
    }

    private void spend(long points, Instant now) {
        UUID source = UUID.randomUUID();
        model.act(
                now, ledger -> ledger.spend(posting("spend:" + source, TransactionKind.SPEND, source, now), points, ONE));
    }

    private void takeBack(UUID source, long points, UUID funder, Instant now) {
        model.act(
                now,
                ledger -> ledger.takeBack(
                        posting("refund:1:" + source, TransactionKind.REFUND, UUID.randomUUID(), now),
                        source,
                        Map.of(funder, points)));
    }

    private static Posting posting(String key, TransactionKind kind, UUID source, Instant now) {
        return new Posting(key, kind, new Source("test", source), now, "{}");
    }

    private List<Tuple> lastEntries() {
        return model.transactions().getLast().entries().stream()
                .map(entry -> tuple(entry.account(), entry.points()))
                .toList();
    }
}
