package id.setia.tiers;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** The door to how many members the monthly runs moved from which tier to which. */
@Singleton
public class TierFlows {

    private static final int RUNS = 24;

    private final TierRunRows runs;
    private final TierMoves moves;

    TierFlows(TierRunRows runs, TierMoves moves) {
        this.runs = runs;
        this.moves = moves;
    }

    /** A run that is done. */
    public record Run(YearMonth month, Instant finishedAt) {}

    /** How many a run moved from one tier to another. */
    public record Flow(String from, String to, boolean up, long members) {}

    /** The latest runs that are done, the latest month first. */
    public List<Run> runs() {
        return runs.latest(RUNS).stream()
                .filter(TierRun::done)
                .flatMap(run -> run.finishedAt().map(at -> new Run(run.month(), at)).stream())
                .toList();
    }

    /** What a run did, counted over those it moved. */
    public List<Flow> of(YearMonth month) {
        return moves.counts(month).stream()
                .map(count -> new Flow(count.from(), count.to(), count.up(), count.members()))
                .toList();
    }
}
