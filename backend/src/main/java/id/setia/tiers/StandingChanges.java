package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
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
        Program program = settings.current();
        Instant effectiveFrom = program.startOf(evaluation.run().atDay(1));
        Standing standing = new Standing(
                ids.next(),
                history.memberId(),
                effectiveFrom,
                now,
                reached.code(),
                cause,
                evaluation.run(),
                StandingReason.of(evaluation, reached));
        rows.add(batch, standing);
        TierChanged changed = new TierChanged(
                PublicId.MEMBER.format(history.memberId()),
                history.tierAt(effectiveFrom).code(),
                reached.code(),
                effectiveFrom,
                cause.value());
        outbox.add(
                batch,
                new Event(
                        ids.next(),
                        Optional.of(history.memberId()),
                        0,
                        "tier.changed",
                        1,
                        json.write(changed),
                        effectiveFrom,
                        now));
        return history.with(standing);
    }
}
