package id.setia.closing;

import id.setia.points.EntrySum;
import id.setia.points.LedgerAccount;
import id.setia.points.LedgerHistory;
import id.setia.points.SeqRange;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What some members' entries of a month come to, and what they have at its end. */
@Singleton
class ClosingCount {

    private final LedgerHistory history;
    private final ClosingFigures figures;
    private final ProgramSettings program;

    ClosingCount(LedgerHistory history, ClosingFigures figures, ProgramSettings program) {
        this.history = history;
        this.figures = figures;
        this.program = program;
    }

    /**
     * Counts entries behind the last closing and recorded before the cut. One written after its member was counted, as only
     * a clock that is slow by a minute could make it, is behind the number kept here and belongs to the next closing.
     */
    ClosingFigures.Chunk of(Closing closing, Collection<UUID> members) {
        Map<UUID, Long> lastSeqs = new HashMap<>(history.lastSeqs(members, closing.cutAt()));
        Map<UUID, Long> closed = figures.closedBefore(closing.month(), members);
        closed.forEach((member, seq) -> lastSeqs.merge(member, seq, Math::max));
        List<SeqRange> ranges = lastSeqs.entrySet().stream()
                .map(last -> new SeqRange(last.getKey(), closed.getOrDefault(last.getKey(), 0L), last.getValue()))
                .filter(range -> range.last() > range.after())
                .toList();
        OwedSums owed = new OwedSums();
        history.lots(lastSeqs).forEach(lot -> owed.add(lot, closing.cutAt(), program.current()));
        Map<UUID, ClosingTotal> totals = new TreeMap<>();
        Map<UUID, Map<UUID, Long>> redeemed = new TreeMap<>();
        for (EntrySum sum : history.sums(ranges)) {
            totals.merge(sum.funderId(), ClosingTotal.of(sum), ClosingTotal::plus);
            if (sum.account() == LedgerAccount.REDEEMED) {
                redeemed.computeIfAbsent(sum.funderId(), ignored -> new TreeMap<>())
                        .merge(sum.honouringPartnerId().orElseThrow(), sum.points(), Long::sum);
            }
        }
        return new ClosingFigures.Chunk(ranges, totals, redeemed, owed.sums());
    }
}
