package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Duration GRACE = Duration.ofDays(14);
    private static final UUID OWNER = new UUID(1, 1);
    private static final UUID SUPPLIER = new UUID(2, 2);
    private static final UUID CAFE = new UUID(3, 3);

    private final LedgerModel model = new LedgerModel();
    private final UUID purchase = UUID.randomUUID();

    @Test
    void a_hold_of_100_with_60_left_is_refused_with_both_figures() {
        earn(60, OWNER, Optional.empty());

        model.act(NOW, ledger -> assertThatThrownBy(() -> ledger.hold(posting("hold:1", NOW), 100))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INSUFFICIENT_POINTS);
                    assertThat(problem.arguments()).containsExactly(100L, 60L);
                }));

        assertThat(model.account().held()).isZero();
    }

    @Test
    void a_hold_takes_what_expires_first_and_each_funder_has_its_entries() {
        earn(30, OWNER, Optional.empty());
        earn(20, SUPPLIER, Optional.of(NOW.plus(Duration.ofDays(1))));

        hold(40, NOW);

        assertThat(lastEntries())
                .containsExactlyInAnyOrder(
                        tuple(LedgerAccount.AVAILABLE, -20L, SUPPLIER),
                        tuple(LedgerAccount.HELD, 20L, SUPPLIER),
                        tuple(LedgerAccount.AVAILABLE, -20L, OWNER),
                        tuple(LedgerAccount.HELD, 20L, OWNER));
    }

    @Test
    void a_part_is_confirmed_at_the_honouring_partner_and_the_rest_comes_back() {
        earn(20, SUPPLIER, Optional.of(NOW.plus(Duration.ofDays(1))));
        earn(30, OWNER, Optional.empty());
        SetAside held = hold(50, NOW);

        model.act(NOW, ledger -> ledger.confirm(posting("hold:1:confirm", NOW), held, 30, CAFE));

        assertThat(model.account().available()).isEqualTo(20);
        assertThat(model.account().held()).isZero();
        assertThat(model.transactions().getLast().entries())
                .filteredOn(entry -> entry.account() == LedgerAccount.REDEEMED)
                .extracting(Entry::points, Entry::funderId, Entry::honouringPartnerId)
                .containsExactlyInAnyOrder(
                        tuple(20L, SUPPLIER, Optional.of(CAFE)), tuple(10L, OWNER, Optional.of(CAFE)));
    }

    @Test
    void held_points_do_not_expire_and_do_so_at_their_own_time_when_they_are_let_go() {
        Instant due = NOW.plus(Duration.ofDays(2));
        earn(20, OWNER, Optional.of(due));
        SetAside held = hold(15, NOW);
        Instant later = NOW.plus(Duration.ofDays(5));

        model.act(later, ledger -> {});
        assertThat(model.account().held()).isEqualTo(15);
        assertThat(model.account().available()).isZero();

        model.act(later, ledger -> ledger.letGo(posting("hold:1:cancel", later), held));

        assertThat(model.account().available()).isZero();
        assertThat(model.account().held()).isZero();
        LedgerTransaction last = model.transactions().getLast();
        assertThat(last.posting().kind()).isEqualTo(TransactionKind.EXPIRY);
        assertThat(last.posting().businessAt()).isEqualTo(due);
        assertThat(last.availableChange()).isEqualTo(-15);
    }

    @Test
    void what_is_let_go_pays_debts_first() {
        earn(50, OWNER, Optional.empty());
        SetAside held = hold(50, NOW);
        model.act(NOW, ledger -> ledger.takeBack(
                posting("refund:1:" + purchase, NOW), purchase, Map.of(OWNER, 30L)));
        assertThat(model.account().debt()).isEqualTo(-30);

        model.act(NOW, ledger -> ledger.letGo(posting("hold:1:cancel", NOW), held));

        assertThat(model.account().debt()).isZero();
        assertThat(model.account().available()).isEqualTo(20);
    }

    @Test
    void points_that_paid_return_to_their_lot() {
        Instant due = NOW.plus(Duration.ofDays(30));
        earn(40, OWNER, Optional.of(due));
        SetAside used = use(40);

        giveBack("refund:1", used, NOW.plus(Duration.ofDays(1)));

        assertThat(model.account().available()).isEqualTo(40);
        assertThat(lastEntries())
                .containsExactlyInAnyOrder(
                        tuple(LedgerAccount.REDEEMED, -40L, OWNER), tuple(LedgerAccount.AVAILABLE, 40L, OWNER));
        model.act(due, ledger -> {});
        assertThat(model.account().available()).isZero();
    }

    @Test
    void points_of_a_lot_that_expired_meanwhile_come_back_for_fourteen_days_once() {
        earn(40, SUPPLIER, Optional.of(NOW.plus(Duration.ofDays(1))));
        SetAside used = use(40);
        Instant returned = NOW.plus(Duration.ofDays(10));

        giveBack("refund:1", used, returned);

        assertThat(model.account().available()).isEqualTo(40);
        assertThat(model.account().dueAt()).contains(returned.plus(GRACE));
        SetAside again = hold(40, returned);
        model.act(returned, ledger -> ledger.confirm(posting("hold:2:confirm", returned), again, 40, CAFE));
        giveBack("refund:2", again, returned.plus(Duration.ofDays(20)));
        assertThat(model.account().available()).as("a second grace").isZero();
        assertThat(model.transactions().getLast().posting().kind()).isEqualTo(TransactionKind.EXPIRY);
    }

    @Test
    void points_of_a_grace_that_still_runs_return_to_it() {
        earn(40, SUPPLIER, Optional.of(NOW.plus(Duration.ofDays(1))));
        Instant returned = NOW.plus(Duration.ofDays(10));
        giveBack("refund:1", use(40), returned);
        SetAside again = hold(40, returned);
        model.act(returned, ledger -> ledger.confirm(posting("hold:2:confirm", returned), again, 40, CAFE));

        giveBack("refund:2", again, returned.plus(Duration.ofDays(3)));

        assertThat(model.account().available()).isEqualTo(40);
        assertThat(model.account().dueAt()).contains(returned.plus(GRACE));
    }

    @Test
    void parts_of_what_was_set_aside_add_up() {
        SetAside all = new SetAside(List.of(new SetAside.Part(OWNER, 10), new SetAside.Part(CAFE, 5)));

        for (long points = 0; points <= 16; points++) {
            assertThat(all.first(points).points()).isEqualTo(Math.min(15, points));
            assertThat(all.first(points).points() + all.after(points).points()).isEqualTo(15);
        }
        assertThat(all.reversed().first(7).parts())
                .containsExactly(new SetAside.Part(CAFE, 5), new SetAside.Part(OWNER, 2));
    }

    private void earn(long points, UUID funder, Optional<Instant> expiresAt) {
        model.act(NOW, ledger -> ledger.earn(
                posting("purchase:" + UUID.randomUUID(), NOW),
                List.of(new Grant(points, funder, expiresAt, Optional.empty()))));
    }

    private SetAside hold(long points, Instant at) {
        AtomicReference<SetAside> held = new AtomicReference<>();
        model.act(at, ledger -> held.set(
                ledger.hold(posting("hold:" + UUID.randomUUID(), at), points).lots()));
        return held.get();
    }

    private SetAside use(long points) {
        SetAside held = hold(points, NOW);
        model.act(NOW, ledger -> ledger.confirm(posting("hold:1:confirm", NOW), held, points, CAFE));
        return held;
    }

    private void giveBack(String key, SetAside used, Instant at) {
        model.act(at, ledger -> ledger.giveBack(posting(key, at), used, CAFE, at.plus(GRACE)));
    }

    private static Posting posting(String key, Instant at) {
        return new Posting(key, TransactionKind.HOLD, new Source("hold", new UUID(9, 9)), at, "{}");
    }

    private List<Tuple> lastEntries() {
        return model.transactions().getLast().entries().stream()
                .map(entry -> tuple(entry.account(), entry.points(), entry.funderId()))
                .toList();
    }
}
