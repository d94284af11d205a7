package id.setia.figures;

import id.setia.closing.ExpectedBreakage;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierFlows;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Takes over how things stand from those who know: what tiers moved, and once an hour what is expected to lapse. */
@Singleton
class Stands {

    private static final Duration BREAKAGE_EVERY = Duration.ofHours(1);

    private final TierFlows tiers;
    private final ExpectedBreakage breakage;
    private final StandRows rows;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final Transactions transactions;

    Stands(
            TierFlows tiers,
            ExpectedBreakage breakage,
            StandRows rows,
            FigureLease lease,
            ProgramSettings settings,
            Transactions transactions) {
        this.tiers = tiers;
        this.breakage = breakage;
        this.rows = rows;
        this.lease = lease;
        this.settings = settings;
        this.transactions = transactions;
    }

    void take(Instant now) {
        for (TierFlows.Run run : tiers.runs()) {
            if (!rows.finishedAt(run.month()).equals(Optional.of(run.finishedAt()))) {
                take(run);
            }
        }
        reckonBreakage(now);
    }

    private void take(TierFlows.Run run) {
        List<TierFlows.Flow> flows = tiers.of(run.month());
        transactions.write(connection -> {
            lease.renew(connection);
            rows.putRun(connection, run, flows);
            return null;
        });
    }

    private void reckonBreakage(Instant now) {
        LocalDate today = settings.current().dateOf(now);
        boolean fresh = rows.breakage(today, today).values().stream()
                .anyMatch(known -> known.reckonedAt().isAfter(now.minus(BREAKAGE_EVERY)));
        if (!fresh) {
            long points = breakage.now();
            transactions.write(connection -> {
                lease.renew(connection);
                rows.putBreakage(connection, today, new StandRows.Breakage(points, now));
                return null;
            });
        }
    }
}
