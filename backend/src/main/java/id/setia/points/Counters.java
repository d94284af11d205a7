package id.setia.points;

import java.time.LocalDate;
import java.time.YearMonth;

/** What is counted of one member beside points: their purchases, and what each month and each recent day came to. */
final class Counters {

    private long purchases;
    private MonthSums months;
    private DaySums days;

    Counters(Account account) {
        this.purchases = account.purchases();
        this.months = account.monthSums();
        this.days = account.daySums();
    }

    void count(YearMonth month, MonthSum more) {
        months = months.plus(month, more);
        purchases += more.visits();
    }

    void count(LocalDate day, DaySum sum, LocalDate today) {
        days = days.with(day, sum, today);
    }

    /** Counts what another counted; nothing is left there. */
    void takeOver(Counters merged) {
        purchases += merged.purchases;
        months = months.plus(merged.months);
        days = days.plus(merged.days);
        merged.purchases = 0;
        merged.months = MonthSums.NONE;
        merged.days = DaySums.NONE;
    }

    long purchases() {
        return purchases;
    }

    MonthSums months() {
        return months;
    }

    DaySums days() {
        return days;
    }
}
