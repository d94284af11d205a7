package id.setia.tiers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.points.PointsLedger;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * The monthly run. It takes effect at 00:00 of the month's first day, programme time, whenever it executes. All members are
 * cut into parts, which any number of nodes take one after the other and work off in small transactions; a node that dies
 * loses its part to another once its time is over, which goes on where the last transaction stood.
 */
@Singleton
public class TierRuns {

    static final Duration HOLD = Duration.ofSeconds(60);

    private static final int PART = 20_000;

    private final TierRunRows runs;
    private final TierRunParts parts;
    private final TierMoves moves;
    private final TierRunWork work;
    private final PointsLedger ledger;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final SystemClock systemClock;

    TierRuns(
            TierRunRows runs,
            TierRunParts parts,
            TierMoves moves,
            TierRunWork work,
            PointsLedger ledger,
            ProgramSettings settings,
            Transactions transactions,
            BusinessClock clock,
            SystemClock systemClock) {
        this.runs = runs;
        this.parts = parts;
        this.moves = moves;
        this.work = work;
        this.ledger = ledger;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /** Runs every month that is due: those since the last one done, or only the month under way if none was. */
    public void runDue() {
        YearMonth current = settings.current().monthOf(clock.now());
        YearMonth month = runs.lastDone().map(last -> last.plusMonths(1)).orElse(current);
        while (!month.isAfter(current) && run(month)) {
            month = month.plusMonths(1);
        }
    }

    /**
     * Runs a month, or what is left of its run; one that is done stays so. Running a month before one already run makes
     * those after it due again.
     *
     * @return whether it is done; false while another node still has a part of it
     * @throws IllegalArgumentException when the month has not begun
     */
    public boolean run(YearMonth month) {
        return run(month, PART);
    }

    boolean run(YearMonth month, int partSize) {
        if (month.isAfter(settings.current().monthOf(clock.now()))) {
            throw new IllegalArgumentException("the run of " + month + " is not due yet");
        }
        begin(month);
        for (Optional<TierRunPart> part = take(month, partSize); part.isPresent(); part = take(month, partSize)) {
            work(part.get());
        }
        return runs.find(month).filter(TierRun::done).isPresent();
    }

    private void begin(YearMonth month) {
        if (runs.find(month).isEmpty()) {
            try {
                runs.begin(month, clock.now());
            } catch (RuntimeException error) {
                if (!Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }

    /** The next part to work on: one left by somebody, else members nobody has taken yet; ends the run after the last. */
    Optional<TierRunPart> take(YearMonth month, int size) {
        return transactions.write(connection -> {
            Optional<TierRun> run = runs.lock(connection, month).filter(found -> !found.done());
            if (run.isEmpty()) {
                return Optional.empty();
            }
            Instant now = systemClock.now();
            Optional<TierRunPart> left = parts.takeOver(connection, month, now, now.plus(HOLD));
            if (left.isPresent()) {
                return left;
            }
            Optional<UUID> until = ledger.lastOfNext(run.get().afterMember(), size);
            if (until.isPresent()) {
                runs.moveOn(connection, month, until.get());
                TierRunParts.Place place = new TierRunParts.Place(run.get().afterMember(), until.get());
                return Optional.of(parts.add(connection, month, place, now.plus(HOLD)));
            }
            if (parts.areDone(connection, month)) {
                finish(connection, month);
            }
            return Optional.empty();
        });
    }

    private void finish(Connection connection, YearMonth month) throws SQLException {
        long raised = 0;
        long lowered = 0;
        for (TierMoves.Count count : moves.counts(month)) {
            raised += count.up() ? count.members() : 0;
            lowered += count.up() ? 0 : count.members();
        }
        runs.finish(connection, month, raised, lowered, clock.now());
    }

    /** A part that fails is given back, so that nobody need wait for it. */
    private void work(TierRunPart part) {
        try {
            while (work.chunk(part, systemClock.now().plus(HOLD))) {
                // goes on
            }
        } catch (RuntimeException error) {
            transactions.write(connection -> parts.renew(connection, part, systemClock.now()));
            throw error;
        }
    }

    /**
     * Raises, from the run of the month under way on, whoever did more in the months before than that run saw, as a
     * late purchase does for its member; lowers nobody. For the end of an import; may be done again without harm.
     */
    public void catchUp() {
        YearMonth month = settings.current().monthOf(clock.now());
        Optional<UUID> after = Optional.empty();
        do {
            after = work.raise(month, after);
        } while (after.isPresent());
    }
}
