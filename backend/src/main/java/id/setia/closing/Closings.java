package id.setia.closing;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Feed;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.points.LedgerHistory;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to closing months. A closing goes over all members in chunks, each one transaction with the note of how far it
 * has come: one cut short goes on where it stood, and nodes that try at once share the work. It ends when it agrees with the
 * ledger. Where something was still being written of two members at once, one of them counted and one not, the count is made
 * anew, with the end a second later.
 */
@Singleton
class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private static final UUID PROGRAM = new UUID(0, 1);
    private static final int CHUNK = 200;
    private static final int ATTEMPTS = 5;

    /** By then whatever was under way at the end of a month has been written, or never will be. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** How often the whole ledger is looked through for its beginning, as long as nothing was ever closed. */
    private static final Duration LOOKED_THROUGH = Duration.ofHours(1);

    private final ClosingRows rows;
    private final ClosingFigures figures;
    private final ClosingCount count;
    private final ClosedMonths months;
    private final AccountingValues values;
    private final LedgerHistory history;
    private final Feed feed;
    private final Settings settings;
    private final ProgramSettings program;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private volatile Instant lookedAt = Instant.EPOCH;

    Closings(
            ClosingRows rows,
            ClosingFigures figures,
            ClosingCount count,
            ClosedMonths months,
            AccountingValues values,
            LedgerHistory history,
            Feed feed,
            Settings settings,
            ProgramSettings program,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.rows = rows;
        this.figures = figures;
        this.count = count;
        this.months = months;
        this.values = values;
        this.history = history;
        this.feed = feed;
        this.settings = settings;
        this.program = program;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The month that is to be closed next; empty while nothing was ever recorded. */
    Optional<YearMonth> next() {
        return rows.last()
                .map(last -> last.state() == ClosingState.CLOSED ? last.month().plusMonths(1) : last.month())
                .or(() -> history.firstRecordedAt().map(program.current()::monthOf));
    }

    /**
     * Begins to close a month, or to count one anew that did not agree with the ledger; changes nothing where it is under way
     * or done.
     *
     * @throws Problem {@code month_not_over}, {@code closing_out_of_order}
     */
    Closing begin(Caller by, YearMonth month) {
        Program current = program.current();
        if (clock.now().isBefore(end(current, month))) {
            throw Problem.of(ProblemCode.MONTH_NOT_OVER, month.toString());
        }
        return transactions.write(connection -> {
            Optional<Closing> known = rows.lock(month);
            if (known.isPresent() && known.get().state() != ClosingState.UNRECONCILED) {
                return known.get();
            }
            YearMonth due = next().orElseThrow(() -> Problem.of(ProblemCode.CLOSING_OUT_OF_ORDER, "-"));
            if (!month.equals(due)) {
                throw Problem.of(ProblemCode.CLOSING_OUT_OF_ORDER, due.toString());
            }
            boolean begun = known.isPresent()
                    ? rows.restart(known.get(), end(current, month), 0)
                    : insert(month, end(current, month));
            if (begun) {
                audit.record(by, "closing.begun", "closing", PROGRAM, "month", month.toString());
            }
            return rows.find(month).orElseThrow();
        });
    }

    private static Instant end(Program program, YearMonth month) {
        return program.startOf(month.plusMonths(1).atDay(1));
    }

    private boolean insert(YearMonth month, Instant cutAt) {
        try {
            rows.begin(month, cutAt, clock.now());
            return true;
        } catch (RuntimeException error) {
            if (!Sql.isDuplicateKey(error)) {
                throw error;
            }
            return false;
        }
    }

    /** Closes what is due: what was begun, and every month whose day of closing has come. */
    void runDue() {
        for (Optional<YearMonth> month = due(); month.isPresent(); month = due()) {
            Closing closing = begin(new Caller.Stranger(), month.get());
            run(month.get());
            if (rows.find(month.get()).orElseThrow().state() != ClosingState.CLOSED) {
                LOG.warn("The closing of {} stays {}", closing.month(), rows.find(month.get()).orElseThrow().state());
                return;
            }
        }
    }

    private Optional<YearMonth> due() {
        Optional<Closing> last = rows.last();
        if (last.filter(closing -> closing.state() == ClosingState.UNRECONCILED).isPresent()) {
            return Optional.empty();
        }
        if (last.filter(closing -> closing.state() != ClosingState.CLOSED).isPresent()) {
            return last.map(Closing::month).filter(month -> isSettled(last.get()));
        }
        if (last.isEmpty() && clock.now().isBefore(lookedAt.plus(LOOKED_THROUGH))) {
            return Optional.empty();
        }
        lookedAt = clock.now();
        LocalDate today = program.current().dateOf(clock.now());
        return next().filter(month -> !today.isBefore(month.plusMonths(1).atDay(policy().closingDay())));
    }

    private FinancePolicy policy() {
        return settings.read(FinancePolicy.SETTING, FinancePolicy.class, FinancePolicy.USUAL).value();
    }

    private boolean isSettled(Closing closing) {
        return !clock.now().isBefore(closing.cutAt().plus(SETTLED));
    }

    /** Goes on with a month that was begun, to its end, unless its last moments may still be being written. */
    void run(YearMonth month) {
        boolean more = rows.find(month).filter(this::isSettled).isPresent();
        while (more) {
            more = step(month, CHUNK);
        }
    }

    /** Does the next piece; says whether there may be more. */
    boolean step(YearMonth month, int size) {
        Closing closing = rows.find(month).orElseThrow();
        return switch (closing.state()) {
            case RUNNING -> transactions.write(connection -> count(rows.find(month).orElseThrow(), size));
            case RESTARTING -> clear(closing);
            case UNRECONCILED, CLOSED -> false;
        };
    }

    private boolean clear(Closing closing) {
        if (!figures.clear(closing.month())) {
            rows.runAgain(closing);
        }
        return true;
    }

    private boolean count(Closing closing, int size) {
        if (closing.state() != ClosingState.RUNNING) {
            return true;
        }
        List<UUID> members = history.membersAfter(closing.afterMember(), size);
        if (members.isEmpty()) {
            return finish(closing);
        }
        if (rows.advance(closing, members.getLast(), members.size())) {
            figures.add(closing.month(), count.of(closing, members));
        }
        return true;
    }

    private boolean finish(Closing closing) {
        Closing locked = rows.lock(closing.month()).orElseThrow();
        if (locked.state() != ClosingState.RUNNING || locked.members() != closing.members()) {
            return true;
        }
        FinancePolicy policy = policy();
        BigDecimal value = values.on(closing.month().atEndOfMonth()).perPoint();
        boolean agrees = months.figures(closing.month()).stream().allMatch(FunderClosing::reconciled);
        if (!agrees && closing.attempts() < ATTEMPTS) {
            LOG.info("The count of {} does not agree with the ledger and is made anew", closing.month());
            return rows.restart(locked, closing.cutAt().plusSeconds(1), closing.attempts() + 1);
        }
        Closing finished = new Closing(
                closing.month(),
                agrees ? ClosingState.CLOSED : ClosingState.UNRECONCILED,
                closing.cutAt(),
                closing.attempts(),
                closing.afterMember(),
                closing.members(),
                feed.lastBefore(closing.cutAt()),
                value,
                Breakage.Fallback.of(policy),
                closing.startedAt(),
                Optional.of(clock.now()));
        rows.finish(locked, finished);
        audit.record(
                new Caller.Stranger(), "closing." + finished.state().value(), "closing", PROGRAM, "month",
                closing.month().toString());
        return false;
    }
}
