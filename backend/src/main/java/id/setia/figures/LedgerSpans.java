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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the ledger by spans of recording, each of ten minutes. What was recorded in a span never changes, but may still be on
 * its way to the database when the span is over, so that the last ones are counted once more.
 */
@Singleton
class LedgerSpans {

    private static final int CHUNK = 500;
    static final Duration LENGTH = Duration.ofMinutes(10);

    private static final Duration SETTLED_AFTER = Duration.ofMinutes(15);

    private final LedgerDays ledger;
    private final PointsRows rows;
    private final FigureProgress progress;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final Transactions transactions;

    LedgerSpans(
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

    /** Counts every span with something in it, from the first that may not be known whole. */
    void count(Instant now) {
        Instant settled = beginning(now.minus(SETTLED_AFTER));
        Instant from = progress.reached().orElseThrow().ledgerFrom();
        for (Optional<Instant> first = ledger.firstFrom(from); first.isPresent(); first = ledger.firstFrom(from)) {
            Instant span = beginning(first.get());
            from = span.plus(LENGTH);
            keep(span, sums(span, from), from.isAfter(settled) ? Optional.empty() : Optional.of(from));
        }
        move(settled);
    }

    private static Instant beginning(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), LENGTH.toSeconds()) * LENGTH.toSeconds());
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

    private void keep(Instant span, Map<LocalDate, DayPoints> days, Optional<Instant> reached) {
        transactions.write(connection -> {
            lease.renew(connection);
            rows.replace(connection, span, days);
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
