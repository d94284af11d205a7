package id.setia.profiles;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.members.MemberProfile;
import id.setia.points.MergedPast;
import id.setia.points.NextExpiry;
import id.setia.points.PastBalances;
import id.setia.points.StatementLine;
import id.setia.points.Statements;
import id.setia.points.TimeKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Puts a month's statement together. */
@Singleton
class MonthStatements {

    /** More movements than anybody reads; a statement shows so many and counts all. */
    private static final int MOST_LINES = 2_000;

    private static final YearMonth FIRST = YearMonth.of(1990, 1);

    private final Statements statements;
    private final PastBalances balances;
    private final MergedPast merged;
    private final Activities activities;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    MonthStatements(
            Statements statements,
            PastBalances balances,
            MergedPast merged,
            Activities activities,
            ProgramSettings settings,
            BusinessClock clock) {
        this.statements = statements;
        this.balances = balances;
        this.merged = merged;
        this.activities = activities;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The month of a path.
     *
     * @throws Problem when it is none, or has not begun
     */
    YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.isAfter(settings.current().monthOf(clock.now()))) {
                throw Problem.invalid("/month", "date_in_future");
            }
            if (month.isBefore(FIRST)) {
                throw Problem.invalid("/month", "month_malformed");
            }
            return month;
        } catch (DateTimeException error) {
            throw Problem.invalid("/month", "month_malformed");
        }
    }

    /**
     * The month's statement. Of somebody merged since it is their own, up to the month in which they were merged.
     *
     * @param named the id that was asked for: the member's, or of one merged into them
     */
    StatementResponse of(MemberProfile member, UUID named, YearMonth month) {
        Program program = settings.current();
        Instant now = clock.now();
        Instant from = program.startOf(month.atDay(1));
        Instant until = program.startOf(month.plusMonths(1).atDay(1));
        UUID whose = merged.at(named, from, TimeKind.RECORD);
        List<StatementLine> lines = statements.between(whose, from, until, MOST_LINES + 1);
        Statements.Turnover turnover = statements.turnover(whose, from, until);
        boolean complete = !now.isBefore(until);
        long opening = statements.availableBefore(whose, from);
        return new StatementResponse(
                PublicId.MEMBER.format(whose),
                month.toString(),
                from,
                until,
                complete,
                opening,
                turnover.received(),
                turnover.gone(),
                opening + turnover.received() + turnover.gone(),
                activities.items(member.id(), lines.stream().limit(MOST_LINES).toList()),
                lines.size() > MOST_LINES,
                NextExpiry.all(
                        balances.own(whose, complete ? until.minus(1, ChronoUnit.MICROS) : now, TimeKind.RECORD), program));
    }
}
