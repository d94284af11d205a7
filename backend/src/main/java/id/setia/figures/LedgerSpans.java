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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the ledger by spans of recording, each of ten minutes. What was recorded in a span never changes, but may still be on
 * its way to the database when the span is over, so that each is counted once more from its beginning when it has settled.
 * Until then it is remembered what it came to, so that each count goes on where the last one was sure.
 */
@Singleton
class LedgerSpans {

    private static final int CHUNK = 500;
    static final Duration LENGTH = Duration.ofMinutes(10);

    private static final Duration SETTLED_AFTER = Duration.ofMinutes(15);

    /** Longer than a transaction lasts, of receipts or of a file: what comes later still shows when its span has settled. */
    private static final Duration SURE_AFTER = Duration.ofMinutes(3);

    /** Sums of a span up to and with a transaction. */
    private record Counted(Optional<LedgerDays.Spot> upTo, Map<LocalDate, DayPoints> days) {
        static final Counted NOTHING = new Counted(Optional.empty(), Map.of());
    }

    private final LedgerDays ledger;
    private final PointsRows rows;
    private final FigureProgress progress;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final Map<Instant, Counted> open = new HashMap<>();

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
            if (from.isAfter(settled)) {
                keep(span, sums(span, from, now), Optional.empty());
            } else {
                keep(span, sums(span, from), Optional.of(from));
            }
        }
        open.keySet().removeIf(settled::isAfter);
        move(settled);
    }

    private static Instant beginning(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), LENGTH.toSeconds()) * LENGTH.toSeconds());
    }

    /** Of a span that may still change: goes on from what is remembered of it, and remembers more. */
    private Map<LocalDate, DayPoints> sums(Instant from, Instant until, Instant now) {
        Instant sure = now.minus(SURE_AFTER);
        Counted known = open.getOrDefault(from, Counted.NOTHING);
        if (from.isBefore(sure)) {
            known = counted(from, until.isBefore(sure) ? until : sure, known);
            open.put(from, known);
        }
        return found(counted(from, until, known));
    }

    private Map<LocalDate, DayPoints> sums(Instant from, Instant until) {
        return found(counted(from, until, Counted.NOTHING));
    }

    private static Map<LocalDate, DayPoints> found(Counted counted) {
        Map<LocalDate, DayPoints> days = new TreeMap<>(counted.days());
        days.values().removeIf(DayPoints.NOTHING::equals);
        return days;
    }

    private Counted counted(Instant from, Instant until, Counted known) {
        Program program = settings.current();
        Map<LocalDate, DayPoints> days = new TreeMap<>(known.days());
        Optional<LedgerDays.Spot> behind = known.upTo();
        List<BookedTransaction> page;
        do {
            page = ledger.recorded(from, until, behind, CHUNK);
            for (BookedTransaction transaction : page) {
                days.merge(
                        program.dateOf(transaction.businessAt()), DayPoints.of(transaction), DayPoints::plus);
            }
            behind = page.isEmpty() ? behind : Optional.of(LedgerDays.Spot.of(page.getLast()));
        } while (page.size() == CHUNK);
        return new Counted(behind, days);
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
