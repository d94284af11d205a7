package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.members.MemberJoined;
import id.setia.program.ProgramSettings;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.YearMonth;

/** Gives a new member the lowest tier, in the transaction of joining. */
@Singleton
class JoiningStandings {

    private final StandingRows rows;
    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;

    JoiningStandings(
            StandingRows rows,
            TierLadder ladder,
            ProgramSettings settings,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids) {
        this.rows = rows;
        this.ladder = ladder;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    @EventListener
    void begin(MemberJoined joined) {
        if (ladder.isDefined()) {
            Standing standing = standing(joined, ladder.current().lowest());
            transactions.write(connection -> {
                Batch batch = new Batch();
                rows.add(batch, standing);
                batch.flush(connection);
                return null;
            });
        }
    }

    private Standing standing(MemberJoined joined, Tier lowest) {
        YearMonth month = settings.current().monthOf(joined.at());
        return new Standing(
                ids.next(),
                joined.memberId(),
                joined.at(),
                clock.now(),
                lowest.code(),
                StandingCause.JOINED,
                month,
                StandingReason.of(TierEvaluation.of(ladder.current().policy(), TierFacts.NONE, month), lowest));
    }
}
