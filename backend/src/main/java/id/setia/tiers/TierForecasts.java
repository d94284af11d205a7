package id.setia.tiers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who rises and who falls at the next run, if nothing more is bought. */
@Singleton
class TierForecasts {

    /** A page ends after so many members, also when few of them move. */
    private static final int MOST_LOOKED_AT = 20_000;

    private final TierScan scan;
    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    TierForecasts(TierScan scan, TierLadder ladder, ProgramSettings settings, BusinessClock clock) {
        this.scan = scan;
        this.ladder = ladder;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of them; one with few, or none, may have more after it. */
    TierForecastResponse page(Optional<TierDirection> direction, Optional<String> cursor, int limit) {
        List<TierForecastItem> items = new ArrayList<>();
        Optional<UUID> last = scan(direction, MemberCursor.read(cursor), MOST_LOOKED_AT, items, limit);
        return new TierForecastResponse(nextRun().atDay(1), items, last.map(MemberCursor::of).orElse(null));
    }

    /** All of them, one a line. */
    String csv(Optional<TierDirection> direction) {
        List<TierForecastItem> items = new ArrayList<>();
        scan(direction, Optional.empty(), Long.MAX_VALUE, items, Integer.MAX_VALUE);
        StringBuilder text = new StringBuilder("member_id,from,to,direction\r\n");
        items.forEach(item -> text.append(item.memberId())
                .append(',')
                .append(item.from())
                .append(',')
                .append(item.to())
                .append(',')
                .append(item.direction())
                .append("\r\n"));
        return text.toString();
    }

    YearMonth nextRun() {
        return settings.current().monthOf(clock.now()).plusMonths(1);
    }

    private Optional<UUID> scan(
            Optional<TierDirection> direction, Optional<UUID> after, long most, List<TierForecastItem> items, int limit) {
        Program program = settings.current();
        Instant now = clock.now();
        YearMonth run = nextRun();
        Ladder current = ladder.current();
        return scan.over(after, current, most, (history, sums) -> {
            item(history, sums, program, run, now)
                    .filter(item -> direction.isEmpty() || direction.get().value().equals(item.direction()))
                    .ifPresent(items::add);
            return items.size() < limit;
        });
    }

    private static Optional<TierForecastItem> item(
            StandingHistory history, MonthSums sums, Program program, YearMonth run, Instant now) {
        Tier before = history.tierAt(now);
        TierJudge judge = history.judge(sums, program);
        Tier after = judge.after(run);
        if (after.equals(before)) {
            return Optional.empty();
        }
        boolean up = after.rank() > before.rank();
        TierMetric metric = history.ladder().policy().metric();
        return Optional.of(new TierForecastItem(
                PublicId.MEMBER.format(history.memberId()),
                before.code(),
                after.code(),
                (up ? TierDirection.UP : TierDirection.DOWN).value(),
                up || history.ladder().isRemoved(before)
                        ? null
                        : TierAmount.of(metric, Math.max(0, judge.open(run).missingFor(before)), program)));
    }
}
