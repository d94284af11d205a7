package id.setia.closing;

import id.setia.kernel.BusinessClock;
import id.setia.points.EntrySum;
import id.setia.points.LedgerAccount;
import id.setia.points.LedgerHistory;
import id.setia.points.Outstanding;
import id.setia.points.SeqRange;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to what the programme owes its members. Now: from the lots and debts as they are. As of a past moment: from what
 * was recorded by then, member by member, which takes as long as reading the whole ledger does.
 */
@Singleton
class LiabilityReport {

    private static final int CHUNK = 200;

    private final Outstanding outstanding;
    private final LedgerHistory history;
    private final AccountingValues values;
    private final Settings settings;
    private final ProgramSettings program;
    private final BusinessClock clock;

    LiabilityReport(
            Outstanding outstanding,
            LedgerHistory history,
            AccountingValues values,
            Settings settings,
            ProgramSettings program,
            BusinessClock clock) {
        this.outstanding = outstanding;
        this.history = history;
        this.values = values;
        this.settings = settings;
        this.program = program;
        this.clock = clock;
    }

    Liability now() {
        Instant now = clock.now();
        Program current = program.current();
        OwedSums sums = new OwedSums();
        outstanding.visit(now, new Outstanding.Visitor() {
            @Override
            public void lots(UUID funderId, Optional<Instant> expiresAt, long available, long pending, long held) {
                Optional<YearMonth> month = expiresAt.map(current::monthOf);
                sums.add(Owed.lots(funderId, month, available, pending, held));
            }

            @Override
            public void debt(UUID funderId, long points) {
                sums.add(Owed.debt(funderId, points));
            }

            @Override
            public void over(UUID funderId, long lots, long points, long lapsed) {
                sums.add(Owed.over(funderId, new Breakage.Sample(lots, points, lapsed)));
            }
        });
        return liability(now, sums);
    }

    private Liability liability(Instant asOf, OwedSums sums) {
        FinancePolicy policy =
                settings.read(FinancePolicy.SETTING, FinancePolicy.class, FinancePolicy.USUAL).value();
        return Liability.of(
                asOf, values.on(program.current().dateOf(asOf)), Breakage.Fallback.of(policy), sums.sums());
    }

    /** As the ledger stood right before a moment: what was recorded earlier counts, whatever its business time. */
    Liability asOf(Instant moment) {
        OwedSums sums = new OwedSums();
        Optional<UUID> after = Optional.empty();
        for (List<UUID> members = history.membersAfter(after, CHUNK);
                !members.isEmpty();
                members = history.membersAfter(after, CHUNK)) {
            add(sums, history.lastSeqs(members, moment), moment);
            after = Optional.of(members.getLast());
        }
        return liability(moment, sums);
    }

    private void add(OwedSums sums, Map<UUID, Long> lastSeqs, Instant moment) {
        Program current = program.current();
        history.lots(lastSeqs).forEach(lot -> sums.add(lot, moment, current));
        List<SeqRange> ranges = lastSeqs.entrySet().stream()
                .map(last -> new SeqRange(last.getKey(), 0, last.getValue()))
                .toList();
        for (EntrySum sum : history.sums(ranges)) {
            if (sum.account() == LedgerAccount.DEBT) {
                sums.add(Owed.debt(sum.funderId(), sum.points()));
            }
        }
    }
}
