package id.setia.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.testing.SetiaTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SetiaTest
class LimitsTest {

    private final Limits limits;
    private final Transactions transactions;
    private final UUID id;

    LimitsTest(Limits limits, Transactions transactions, IdMaker ids) {
        this.limits = limits;
        this.transactions = transactions;
        this.id = ids.next();
    }

    @Test
    void what_nothing_limits_can_be_taken_for_ever() {
        assertThat(takeUpTo(1_000_000)).isEqualTo(1_000_000);
        assertThat(limits.counters(Set.of(id))).isEmpty();
    }

    @Test
    void a_budget_grants_what_is_left_and_then_nothing() {
        limits.define(id, "test", 100);

        assertThat(takeUpTo(70)).isEqualTo(70);
        assertThat(takeUpTo(70)).isEqualTo(30);
        assertThat(takeUpTo(70)).isZero();
        assertThat(limits.counters(Set.of(id)).get(id)).isEqualTo(new LimitCounter(id, "test", 100, 100));
    }

    @Test
    void a_stock_gives_all_or_nothing() {
        limits.define(id, "test", 10);

        assertThat(take(11)).isFalse();
        assertThat(take(10)).isTrue();
        assertThat(take(1)).isFalse();
    }

    @Test
    void what_is_given_back_can_be_taken_again_but_never_more_than_was_there() {
        limits.define(id, "test", 10);
        take(4);

        onDesk(desk -> {
            desk.giveBack(id, 9);
            return null;
        });

        assertThat(limits.counters(Set.of(id)).get(id).left()).isEqualTo(10);
    }

    @Test
    void a_capacity_below_what_is_taken_leaves_nothing() {
        limits.define(id, "test", 10);
        take(8);

        limits.define(id, "test", 5);

        assertThat(limits.counters(Set.of(id)).get(id)).isEqualTo(new LimitCounter(id, "test", 5, 8));
        assertThat(takeUpTo(1)).isZero();
    }

    @Test
    void what_is_no_longer_limited_counts_no_more() {
        limits.define(id, "test", 1);
        limits.lift(id);

        assertThat(takeUpTo(5)).isEqualTo(5);
    }

    @Test
    void nothing_negative_is_taken() {
        limits.define(id, "test", 1);

        assertThatThrownBy(() -> take(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixty_four_who_want_the_last_ten_get_ten_in_all() throws Exception {
        limits.define(id, "test", 10);
        try (ExecutorService many = Executors.newFixedThreadPool(64)) {
            List<Future<Boolean>> asked = many.invokeAll(
                    Stream.generate(() -> (Callable<Boolean>) () -> take(1)).limit(64).toList());

            int served = 0;
            for (Future<Boolean> one : asked) {
                served += one.get() ? 1 : 0;
            }
            assertThat(served).isEqualTo(10);
        }
        assertThat(limits.counters(Set.of(id)).get(id).taken()).isEqualTo(10);
    }

    private long takeUpTo(long wanted) {
        return onDesk(desk -> desk.takeUpTo(id, wanted));
    }

    private boolean take(long amount) {
        return onDesk(desk -> desk.take(id, amount));
    }

    private interface Act<T> {
        T on(LimitDesk desk);
    }

    private <T> T onDesk(Act<T> act) {
        return transactions.write(connection -> {
            LimitDesk desk = limits.lock(connection, Set.of(id));
            T result = act.on(desk);
            Batch batch = new Batch();
            desk.write(batch);
            batch.flush(connection);
            return result;
        });
    }
}
