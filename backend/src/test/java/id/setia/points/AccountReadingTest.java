package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points read along with other rows are those the ledger tells, however many lots they lie in. */
@SetiaTest
class AccountReadingTest {

    private static final int MEMBERS = 40;
    private static final long SEED = 11;

    @Inject
    TestProgram program;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger ledger;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private final UUID funder = UUID.randomUUID();

    @BeforeEach
    void foundProgram() {
        program.found();
    }

    @Test
    void points_read_along_are_those_the_ledger_tells_whatever_is_due_waits_or_is_held() {
        Random random = new Random(SEED);
        for (int number = 0; number < MEMBERS; number++) {
            UUID member = people.join().id();
            boolean due = number % 4 == 0;
            for (int lot = random.nextInt(12); lot >= 0; lot--) {
                give(member, grant(random, due));
            }
            hold(member, random.nextInt(100));

            Balance read = ledger.figures(read(member)).balance();
            Balance told = ledger.balance(member);

            assertThat(figures(read)).as("member %d", number).isEqualTo(figures(told));
            assertThat(read.nextExpiry()).as("member %d", number).isEqualTo(told.nextExpiry());
        }
    }

    @Test
    void lots_of_the_same_end_are_read_as_one() {
        UUID member = people.join().id();
        Instant end = clock.now().plus(Duration.ofDays(100));
        for (int lot = 0; lot < 20; lot++) {
            give(member, new Grant(5, funder, Optional.of(end), Optional.empty()));
        }

        AccountReading read = read(member);

        assertThat(read.lots()).hasSize(1);
        assertThat(ledger.figures(read).balance().nextExpiry()).contains(new Balance.Expiry(100, end));
    }

    private static List<Long> figures(Balance balance) {
        return List.of(balance.available(), balance.pending(), balance.held(), balance.debt());
    }

    private Grant grant(Random random, boolean due) {
        Instant now = clock.now();
        Optional<Instant> end = switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(now.plus(Duration.ofDays(20)));
            default -> Optional.of(now.plus(Duration.ofDays(30L * (1 + random.nextInt(3)))));
        };
        boolean over = due && random.nextInt(3) == 0;
        Optional<Instant> release = random.nextInt(5) == 0
                ? Optional.of(now.plus(Duration.ofDays(over ? -1 : 5)))
                : Optional.empty();
        int inactivity = end.isEmpty() && random.nextBoolean() ? 6 : 0;
        return new Grant(
                1 + random.nextInt(50),
                funder,
                over && release.isEmpty() ? Optional.of(now.minus(Duration.ofHours(1))) : end,
                release,
                random.nextInt(10) == 0,
                inactivity,
                random.nextInt(10) == 0);
    }

    private void give(UUID member, Grant grant) {
        UUID source = ids.next();
        ledger.post(session -> {
            session.lock(Set.of(member));
            session.member(member)
                    .earn(posting("event:" + source, TransactionKind.EVENT_BONUS, source), List.of(grant));
            return null;
        });
    }

    private void hold(UUID member, int percent) {
        UUID id = ids.next();
        ledger.post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            long points = session.member(member).available() * percent / 100;
            if (points > 0) {
                session.member(member).hold(posting("hold:" + id, TransactionKind.HOLD, id), points);
            }
            return null;
        });
    }

    private Posting posting(String key, TransactionKind kind, UUID source) {
        return new Posting(key, kind, new Source(kind == TransactionKind.HOLD ? "hold" : "event", source), clock.now(), "{}");
    }

    private AccountReading read(UUID member) {
        Sheaf sheaf = new Sheaf();
        AccountReading reading = ledger.read(member, sheaf);
        transactions.read(sheaf);
        return reading;
    }
}
