package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Writes what changed a standing: its row and the event that tells of it. */
@Singleton
class StandingChanges {

    private final StandingRows rows;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;
    private final ProgramSettings settings;

    StandingChanges(StandingRows rows, Outbox outbox, IdMaker ids, Json json, ProgramSettings settings) {
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.settings = settings;
    }

    /** Adds the change to the batch, in effect from the run that the evaluation is of. */
    StandingHistory add(
            Batch batch,
            StandingHistory history,
            Tier reached,
            TierEvaluation evaluation,
            StandingCause cause,
            Instant now) {
        Instant effectiveFrom = settings.current().startOf(evaluation.run().atDay(1));
        return add(batch, history, reached, evaluation, cause, effectiveFrom, now);
    }

    /** The same, in effect from another moment on. */
    StandingHistory add(
            Batch batch,
            StandingHistory history,
            Tier reached,
            TierEvaluation evaluation,
            StandingCause cause,
            Instant effectiveFrom,
            Instant now) {
        return add(
                batch,
                history,
                new Standing(
                        ids.next(),
                        history.memberId(),
                        effectiveFrom,
                        history.recordedAt(now),
                        reached.code(),
                        cause,
                        evaluation.run(),
                        StandingReason.of(evaluation, reached)));
    }

    /** Adds the standing, and the event where it is another tier than before. */
    StandingHistory add(Batch batch, StandingHistory history, Standing standing) {
        rows.add(batch, standing);
        String before = history.tierAt(standing.effectiveFrom()).code();
        if (!before.equals(standing.tierCode())) {
            outbox.add(batch, event(standing, before));
        }
        return history.with(standing);
    }

    private Event event(Standing standing, String before) {
        TierChanged changed = new TierChanged(
                PublicId.MEMBER.format(standing.memberId()),
                before,
                standing.tierCode(),
                standing.effectiveFrom(),
                standing.cause().value());
        return new Event(
                ids.next(),
                Optional.of(standing.memberId()),
                0,
                "tier.changed",
                1,
                json.write(changed),
                standing.effectiveFrom(),
                standing.recordedAt());
    }
}
