package id.setia.figures;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Feed;
import id.setia.kernel.FeedEvent;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings the figures up to now: reads in the feed which days changed, counts those anew, and the ledger's last minutes. Each
 * day and span is a transaction of its own, begun by renewing the lease, so that a node that is killed leaves nothing half
 * done and another goes on where it stood.
 */
@Singleton
class FigureCounting {

    private static final int CHUNK = 1_000;
    private static final int LONGEST = 90;
    private static final Duration BUYERS_EVERY = Duration.ofHours(1);

    private final Feed feed;
    private final ChangedDays changed;
    private final StaleDays stale;
    private final DayCounts days;
    private final BuyerCounts buyers;
    private final LedgerSpans ledger;
    private final Stands stands;
    private final StandRows standRows;
    private final FigureProgress progress;
    private final FigureLease lease;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    FigureCounting(
            Feed feed,
            ChangedDays changed,
            StaleDays stale,
            DayCounts days,
            BuyerCounts buyers,
            LedgerSpans ledger,
            Stands stands,
            StandRows standRows,
            FigureProgress progress,
            FigureLease lease,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.feed = feed;
        this.changed = changed;
        this.stale = stale;
        this.days = days;
        this.buyers = buyers;
        this.ledger = ledger;
        this.stands = stands;
        this.standRows = standRows;
        this.progress = progress;
        this.lease = lease;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Counts what is to be counted, as long as this node holds the lease; who had bought once an hour. */
    synchronized void count() {
        count(BUYERS_EVERY);
    }

    /** The same, and who had bought too. */
    synchronized void countAll() {
        count(Duration.ZERO);
    }

    private void count(Duration buyersEvery) {
        if (!lease.held()) {
            return;
        }
        try {
            Instant now = clock.now();
            if (progress.reached().isEmpty()) {
                begin(now);
            }
            while (readChunk() == CHUNK) {
                // reads on
            }
            countDays();
            ledger.count(now);
            if (progress.reached().flatMap(FigureProgress.Reached::buyersAt).filter(now.minus(buyersEvery)::isBefore).isEmpty()) {
                countBuyers(now);
            }
            stands.take(now);
            finish(now);
        } catch (LeaseLost lost) {
            // Another node goes on from what was kept.
        }
    }

    /** Everything there is, and from here on what the feed tells; its position is read first, so that nothing is missed. */
    private void begin(Instant now) {
        transactions.write(connection -> {
            lease.renew(connection);
            long position = feed.last();
            stale.mark(connection, StaleDays.Kind.SUMS, changed.all());
            stale.mark(
                    connection, StaleDays.Kind.BUYERS, changed.sinceTheFirstPurchase(settings.current().dateOf(now)));
            progress.begin(connection, position, Instant.EPOCH);
            return null;
        });
    }

    private int readChunk() {
        LocalDate today = settings.current().dateOf(clock.now());
        return transactions.write(connection -> {
            lease.renew(connection);
            List<FeedEvent> read = feed.after(progress.reached().orElseThrow().position(), CHUNK);
            if (!read.isEmpty()) {
                ChangedDays.Changes changes =
                        changed.of(read.stream().map(FeedEvent::event).toList());
                stale.mark(connection, StaleDays.Kind.SUMS, changes.sums());
                stale.mark(connection, StaleDays.Kind.BUYERS, buyersOf(changes, today));
                progress.readUpTo(connection, read.getLast().position());
            }
            return read.size();
        });
    }

    /** Whoever bought on a day had bought by those after it; who became one with another, on any day. */
    private Set<LocalDate> buyersOf(ChangedDays.Changes changes, LocalDate today) {
        Set<LocalDate> days = new TreeSet<>();
        if (changes.merged()) {
            days.addAll(changed.sinceTheFirstPurchase(today));
        }
        for (LocalDate bought : changes.bought()) {
            LocalDate last = bought.plusDays(LONGEST - 1L);
            days.addAll(span(bought, last.isAfter(today) ? today : last));
        }
        return days;
    }

    private static Set<LocalDate> span(LocalDate from, LocalDate last) {
        return last.isBefore(from) ? Set.of() : from.datesUntil(last.plusDays(1)).collect(Collectors.toSet());
    }

    private void countDays() {
        for (Optional<LocalDate> day = stale.latest(StaleDays.Kind.SUMS);
                day.isPresent();
                day = stale.latest(StaleDays.Kind.SUMS)) {
            days.sums(day.get());
        }
    }

    private void countBuyers(Instant now) {
        markBuyersUpTo(settings.current().dateOf(now));
        buyers.count();
        transactions.write(connection -> {
            lease.renew(connection);
            progress.buyersAt(connection, now);
            return null;
        });
    }

    /** A day that begins has fewer buyers behind it even where nobody bought anything. */
    private void markBuyersUpTo(LocalDate today) {
        Optional<LocalDate> last = standRows.lastOfBuyers();
        if (last.filter(today::isAfter).isPresent()) {
            transactions.write(connection -> {
                lease.renew(connection);
                stale.mark(connection, StaleDays.Kind.BUYERS, span(last.get().plusDays(1), today));
                return null;
            });
        }
    }

    private void finish(Instant now) {
        transactions.write(connection -> {
            lease.renew(connection);
            progress.countedAt(connection, now);
            return null;
        });
    }
}
