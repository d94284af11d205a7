package id.setia.platform;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.DueWork;
import id.setia.kernel.SystemClock;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the time of a sandbox pass as it would: day after day, each with what falls due on it, so that tiers are judged at the
 * first of each month and no birthday is left out.
 */
@Singleton
class PassingTime {

    private static final Logger LOG = LoggerFactory.getLogger(PassingTime.class);

    private final ClockMoves moves;
    private final List<DueWork> works;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final ProgramSettings settings;
    private volatile String working = "";

    PassingTime(
            ClockMoves moves, List<DueWork> works, BusinessClock clock, SystemClock systemClock, ProgramSettings settings) {
        this.moves = moves;
        this.works = works.stream().sorted(Comparator.comparing(DueWork::name)).toList();
        this.clock = clock;
        this.systemClock = systemClock;
        this.settings = settings;
    }

    /** The word for what is being done; empty while time stands still. */
    Optional<String> working() {
        return Optional.of(working).filter(word -> !word.isEmpty());
    }

    /** Goes every step that was asked for to its end, one after the other. */
    synchronized void goOn() {
        for (Optional<ClockMove> move = moves.unfinished(); move.isPresent(); move = moves.unfinished()) {
            go(move.get());
            moves.finish(move.get(), systemClock.now());
        }
    }

    private void go(ClockMove move) {
        while (clock.now().isBefore(move.to())) {
            Instant nextDay = nextDay(clock.now());
            if (nextDay.isBefore(move.to())) {
                clock.advanceTo(nextDay);
                doDue(DueWork::eachDay);
            } else {
                clock.advanceTo(move.to());
            }
        }
        doDue(work -> true);
        doDue(work -> true);
    }

    private Instant nextDay(Instant now) {
        Program program = settings.current();
        return program.startOf(program.dateOf(now).plusDays(1));
    }

    /** What fails now is tried again by its schedule; what one does may make another due, hence the second time. */
    private void doDue(Predicate<DueWork> which) {
        for (DueWork work : works.stream().filter(which).toList()) {
            working = work.name();
            try {
                work.doDue();
            } catch (RuntimeException fault) {
                LOG.warn("What falls due could not be done: {}", work.name(), fault);
            } finally {
                working = "";
            }
        }
    }
}
