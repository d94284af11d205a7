package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Transactions;
import id.setia.points.MonthSums;
import id.setia.points.PointsLedger;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One transaction of a run. Members are read without a lock. Whoever would move is locked, and then read and decided anew:
 * what a purchase changed meanwhile is seen, and what it changes later sees the run. Whoever stays is not touched, for a
 * purchase that comes meanwhile raises them itself, as it does after the run.
 */
@Singleton
class TierRunWork {

    private static final int CHUNK = 2_000;

    /** So few members at once wait for a run, and only for as long as their rows are written. */
    private static final int MOST_MOVES = 250;

    private final TierRunParts parts;
    private final TierMoves moves;
    private final Standings standings;
    private final StandingChanges changes;
    private final PointsLedger ledger;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final BusinessClock clock;

    TierRunWork(
            TierRunParts parts,
            TierMoves moves,
            Standings standings,
            StandingChanges changes,
            PointsLedger ledger,
            ProgramSettings settings,
            Transactions transactions,
            BusinessClock clock) {
        this.parts = parts;
        this.moves = moves;
        this.standings = standings;
        this.changes = changes;
        this.ledger = ledger;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at the part's next members; says whether there may be more. */
    boolean chunk(TierRunPart part, Instant heldUntil) {
        return chunk(part, heldUntil, CHUNK);
    }

    boolean chunk(TierRunPart part, Instant heldUntil, int size) {
        return transactions.write(connection -> {
            if (!parts.renew(connection, part, heldUntil)) {
                return false;
            }
            TierRunParts.Place place = parts.place(connection, part);
            SortedMap<UUID, MonthSums> sums = ledger.monthSumsBetween(place.after(), place.until(), size);
            if (sums.isEmpty()) {
                parts.finish(connection, part);
                return false;
            }
            Looked looked = look(part.month(), place.after(), sums);
            move(connection, part.month(), looked.moving());
            parts.moveOn(connection, part, looked.last(), looked.members());
            return true;
        });
    }

    /**
     * What a look at some members found.
     *
     * @param last the last one looked at
     */
    private record Looked(UUID last, int members, List<UUID> moving) {}

    private Looked look(YearMonth month, Optional<UUID> after, SortedMap<UUID, MonthSums> sums) {
        Map<UUID, StandingHistory> histories = standings.historiesBetween(after, sums);
        Program program = settings.current();
        Instant start = program.startOf(month.atDay(1));
        List<UUID> moving = new ArrayList<>();
        UUID last = sums.lastKey();
        int members = 0;
        for (Map.Entry<UUID, MonthSums> member : sums.entrySet()) {
            StandingHistory history = histories.get(member.getKey());
            members++;
            if (!history.judge(member.getValue(), program).after(month).equals(history.tierAt(start))) {
                moving.add(member.getKey());
            }
            if (moving.size() == MOST_MOVES) {
                last = member.getKey();
                break;
            }
        }
        return new Looked(last, members, moving);
    }

    /** Moves those of the members who move still, once they are locked. */
    void move(Connection connection, YearMonth month, Collection<UUID> members) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        SortedMap<UUID, MonthSums> sums = ledger.lockMonthSums(members);
        Map<UUID, StandingHistory> histories = standings.histories(members);
        Instant now = clock.now();
        Batch batch = new Batch();
        sums.forEach((member, sum) -> move(batch, month, histories.get(member), sum, now));
        batch.flush(connection);
    }

    private void move(Batch batch, YearMonth month, StandingHistory history, MonthSums sums, Instant now) {
        Program program = settings.current();
        TierJudge judge = history.judge(sums, program);
        Tier before = history.tierAt(program.startOf(month.atDay(1)));
        Tier after = judge.after(month);
        if (after.equals(before)) {
            return;
        }
        StandingHistory moved =
                changes.add(batch, history, after, judge.best(month), StandingCause.RUN, now);
        moves.add(
                batch,
                new TierMove(
                        month, history.memberId(), before.code(), after.code(), after.rank() > before.rank()));
        if (month.equals(program.monthOf(now))) {
            raised(moved, sums, month, now, batch);
        }
    }

    /** Raises the next members after one; answers the last of them, nobody after the end. */
    Optional<UUID> raise(YearMonth month, Optional<UUID> after) {
        return transactions.write(connection -> {
            Optional<UUID> until = ledger.lastOfNext(after, CHUNK);
            if (until.isEmpty()) {
                return until;
            }
            Instant now = clock.now();
            SortedMap<UUID, MonthSums> sums = ledger.monthSumsBetween(after, until.get(), CHUNK);
            Map<UUID, StandingHistory> histories = standings.historiesBetween(after, sums);
            List<UUID> rising = new ArrayList<>();
            sums.forEach((member, sum) -> {
                StandingHistory history = histories.get(member);
                if (raised(history, sum, month, now, new Batch()) != history) {
                    rising.add(member);
                }
            });
            Batch batch = new Batch();
            SortedMap<UUID, MonthSums> locked = ledger.lockMonthSums(rising);
            Map<UUID, StandingHistory> known = standings.histories(rising);
            locked.forEach((member, sum) -> raised(known.get(member), sum, month, now, batch));
            batch.flush(connection);
            return until;
        });
    }

    private StandingHistory raised(StandingHistory history, MonthSums sums, YearMonth month, Instant now, Batch batch) {
        return standings.raiseAtOnce(standings.raise(history, sums, month, now, batch), sums, month, now, now, batch);
    }
}
