package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SetiaTest
class EpochsTest {

    /** A clock that stands still until it is moved. */
    private static final class StandingClock extends SystemClock {

        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        void move(Duration step) {
            now = now.plus(step);
        }
    }

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    @Inject
    ClockOffsets offsets;

    private final StandingClock clock = new StandingClock();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void a_change_is_read_after_a_second_whether_or_not_somebody_looked_at_all_epochs() {
        Epochs epochs = new Epochs(transactions, clock);
        String name = "trial-" + ids.next();
        Epochs.Cached<Integer> kept = epochs.cached(name, reads::incrementAndGet);
        assertThat(kept.get()).isEqualTo(1);

        epochs.advance(name);
        assertThat(kept.get()).as("trusted for a second").isEqualTo(1);
        clock.move(Duration.ofSeconds(2));
        assertThat(kept.get()).as("nobody looked").isEqualTo(2);

        epochs.advance(name);
        clock.move(Duration.ofSeconds(2));
        epochs.look();
        assertThat(kept.get()).as("all were looked at").isEqualTo(3);
    }

    @Test
    void another_node_learns_of_a_moved_business_clock_when_it_looks() {
        BusinessClock here = node();
        Epochs elsewhereEpochs = new Epochs(transactions, clock);
        BusinessClock elsewhere = new BusinessClock(clock, offsets, elsewhereEpochs, transactions);
        elsewhere.follow();

        here.advance(Duration.ofSeconds(2));
        assertThat(elsewhere.now()).isEqualTo(here.now().minusSeconds(2));
        clock.move(Duration.ofSeconds(1));
        elsewhereEpochs.look();
        elsewhere.follow();
        assertThat(elsewhere.now()).isEqualTo(here.now());

        elsewhere.advance(Duration.ofSeconds(1));
        here.advance(Duration.ofSeconds(1));
        assertThat(here.now()).as("both steps count").isEqualTo(elsewhere.now().plusSeconds(1));
    }

    private BusinessClock node() {
        return new BusinessClock(clock, offsets, new Epochs(transactions, clock), transactions);
    }

    @Test
    void what_a_look_found_unchanged_is_not_asked_for_again() {
        Epochs epochs = new Epochs(transactions, clock);
        String name = "trial-" + ids.next();
        Epochs.Cached<Integer> kept = epochs.cached(name, reads::incrementAndGet);
        kept.get();
        clock.move(Duration.ofSeconds(2));
        epochs.look();
        epochs.advance(name);

        assertThat(kept.get()).as("the look is trusted for a second").isEqualTo(1);
        clock.move(Duration.ofSeconds(1));
        assertThat(kept.get()).isEqualTo(2);
    }
}
