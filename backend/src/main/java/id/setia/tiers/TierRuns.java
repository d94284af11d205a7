package id.setia.tiers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The monthly run. It takes effect at 00:00 of the month's first day, programme time, whenever it executes. It goes over
 * all members in chunks; each chunk is one transaction together with the note of how far the run has come, so that a run
 * cut short goes on where it stood, and two at once share the work.
 */
@Singleton
public class TierRuns {

    private static final int CHUNK = 500;

    private final TierRunRows runs;
    private final Standings standings;
    private final StandingChanges changes;
    private final PointsLedger ledger;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    TierRuns(
            TierRunRows runs,
            Standings standings,
            StandingChanges changes,
            PointsLedger ledger,
            ProgramSettings settings,
            BusinessClock clock) {
        this.runs = runs;
        this.standings = standings;
        this.changes = changes;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs every month that is due: those since the last one done, or only the month under way if none was. */
    public void runDue() {
        YearMonth current = settings.current().monthOf(clock.now());
        YearMonth month = runs.lastDone().map(last -> last.plusMonths(1)).orElse(current);
        for (; !month.isAfter(current); month = month.plusMonths(1)) {
            run(month);
        }
    }

    /**
     * Runs a month, or what is left of its run; one that is done stays so. Running a month before one already run makes
     * those after it due again.
     *
     * @throws IllegalArgumentException when the month has not begun
     */
    public void run(YearMonth month) {
        if (month.isAfter(settings.current().monthOf(clock.now()))) {
            throw new IllegalArgumentException("the run of " + month + " is not due yet");
        }
        begin(month);
        boolean more = true;
        while (more) {
            more = chunk(month, CHUNK);
        }
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

    /** Evaluates the next members; says whether there may be more. */
    boolean chunk(YearMonth month, int size) {
        return ledger.post(session -> {
            TierRun run = runs.find(month).orElseThrow();
            if (run.done()) {
                return false;
            }
            List<UUID> members = ledger.membersAfter(run.afterMember(), size);
            if (members.isEmpty()) {
                runs.finish(run, session.now());
                return false;
            }
            if (runs.advance(run, members.getLast(), members.size())) {
                evaluate(session, month, members);
            }
            return true;
        });
    }

    /**
     * Raises, from the run of the month under way on, whoever spent more in the months before than that run saw, as a
     * late purchase does for its member; lowers nobody. For the end of an import; may be done again without harm.
     */
    public void catchUp() {
        YearMonth month = settings.current().monthOf(clock.now());
        Optional<UUID> after = Optional.empty();
        for (List<UUID> members = ledger.membersAfter(after, CHUNK);
                !members.isEmpty();
                members = ledger.membersAfter(after, CHUNK)) {
            raise(month, members);
            after = Optional.of(members.getLast());
        }
    }

    private void raise(YearMonth month, List<UUID> members) {
        ledger.post(session -> {
            session.lock(members);
            Map<UUID, StandingHistory> histories = standings.histories(members);
            for (UUID member : members) {
                standings.raise(
                        histories.get(member),
                        TierEvaluation.of(session.member(member).monthSums(), month),
                        session.now(),
                        session.batch());
            }
            return null;
        });
    }

    private void evaluate(LedgerSession session, YearMonth month, List<UUID> members) throws SQLException {
        session.lock(members);
        Program program = settings.current();
        Instant effectiveFrom = program.startOf(month.atDay(1));
        Map<UUID, StandingHistory> histories = standings.histories(members);
        int raised = 0;
        int lowered = 0;
        for (UUID member : members) {
            StandingHistory history = histories.get(member);
            TierEvaluation evaluation = TierEvaluation.of(session.member(member).monthSums(), month);
            Tier before = history.tierAt(effectiveFrom);
            Tier reached = history.ladder().higher(evaluation.tier(history.ladder()), history.heldAt(effectiveFrom));
            if (!reached.equals(before)) {
                changes.add(session.batch(), history, reached, evaluation, StandingCause.RUN, session.now());
                raised += reached.rank() > before.rank() ? 1 : 0;
                lowered += reached.rank() < before.rank() ? 1 : 0;
            }
        }
        runs.count(month, raised, lowered);
    }
}
