package id.setia.posting;

import id.setia.kernel.Gathering;
import id.setia.kernel.Pool;
import id.setia.kernel.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Where acts on members' points wait to be done, together with whatever others have come by then. */
@Singleton
public class ActLine {

    private final Gathering<PointsAct<?>, Object> gathering;

    ActLine(ActRounds rounds, PostingLineSettings settings) {
        this.gathering = new Gathering<>(
                "acts",
                new Gathering.Rules<>(
                        settings.lanes(),
                        settings.together(),
                        settings.waiting(),
                        act -> 1,
                        () -> anything -> true,
                        PointsAct::isSameAs),
                acts -> Pool.POSTING.during(() -> rounds.perform(acts)));
    }

    /**
     * Does the act, and comes back when it is in the books for good. Not inside a transaction: it has one of its own.
     *
     * @throws Problem {@code try_again_later} when too much waits, and whatever refuses the act
     */
    @SuppressWarnings("unchecked")
    <R> R perform(PointsAct<R> act) {
        return (R) gathering.put(act.memberId(), act);
    }

    /** What was done since the start. */
    public Gathering.Figures figures() {
        return gathering.figures();
    }

    /** How many acts wait. */
    public int waiting() {
        return gathering.waiting();
    }

    @PreDestroy
    void end() {
        gathering.close();
    }
}
