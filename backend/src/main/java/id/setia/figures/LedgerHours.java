package id.setia.figures;

import id.setia.kernel.Transactions;
import id.setia.points.BookedTransaction;
import id.setia.points.LedgerDays;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the ledger by hours of recording. What was recorded in an hour never changes, but may still be on its way to the
 * database when the hour is over, so that the last one is counted once more.
 */
@Singleton
class LedgerHours {

    private static final int CHUNK = 500;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(15);

    private final LedgerDays ledger;
    private final PointsRows rows;
    private final FigureProgress progress;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final Transactions transactions;

    LedgerHours(
            LedgerDays ledger,
            PointsRows rows,
            FigureProgress progress,
            FigureLease lease,
            ProgramSettings settings,
            Transactions transactions) {
        this.ledger = ledger;
        this.rows = rows;
        this.progress = progress;
        this.lease = lease;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Counts every hour with something in it, from the first that may not be known whole. */
    void count(Instant now) {
        Instant settled = now.minus(SETTLED_AFTER).truncatedTo(ChronoUnit.HOURS);
        Instant from = progress.reached().orElseThrow().ledgerFrom();
        for (Optional<Instant> first = ledger.firstFrom(from); first.isPresent(); first = ledger.firstFrom(from)) {
            Instant hour = first.get().truncatedTo(ChronoUnit.HOURS);
            from = hour.plus(HOUR);
            keep(hour, sums(hour, from), from.isAfter(settled) ? Optional.empty() : Optional.of(from));
        }
        move(settled);
    }

    private Map<LocalDate, DayPoints> sums(Instant from, Instant until) {
        Program program = settings.current();
        Map<LocalDate, DayPoints> days = new TreeMap<>();
        Optional<LedgerDays.Spot> behind = Optional.empty();
        List<BookedTransaction> page;
        do {
            page = ledger.recorded(from, until, behind, CHUNK);
            for (BookedTransaction transaction : page) {
                days.merge(
                        program.dateOf(transaction.businessAt()), DayPoints.of(transaction), DayPoints::plus);
            }
            behind = page.isEmpty() ? behind : Optional.of(LedgerDays.Spot.of(page.getLast()));
        } while (page.size() == CHUNK);
        days.values().removeIf(DayPoints.NOTHING::equals);
        return days;
    }

    private void keep(Instant hour, Map<LocalDate, DayPoints> days, Optional<Instant> reached) {
        transactions.write(connection -> {
            lease.renew(connection);
            rows.replace(connection, hour, days);
            if (reached.isPresent()) {
                progress.ledgerFrom(connection, reached.get());
            }
            return null;
        });
    }

    private void move(Instant settled) {
        transactions.write(connection -> {
            lease.renew(connection);
            if (progress.reached().orElseThrow().ledgerFrom().isBefore(settled)) {
                progress.ledgerFrom(connection, settled);
            }
            return null;
        });
    }
}
