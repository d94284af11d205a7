package id.setia.tiers;

import id.setia.points.MonthSums;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a tier is decided by.
 *
 * @param joined day of joining, programme time; known only where the policy asks for it
 */
record TierFacts(MonthSums sums, Optional<LocalDate> joined) {

    static final TierFacts NONE = new TierFacts(MonthSums.NONE, Optional.empty());

    static TierFacts of(MonthSums sums) {
        return new TierFacts(sums, Optional.empty());
    }

    /** The month a membership year begins with; January of one whose joining is unknown. */
    int firstMonthOfYear() {
        return joined.map(LocalDate::getMonthValue).orElse(1);
    }

    /** The month from which the member's own average goes: of joining, or of a purchase counted before. */
    Optional<YearMonth> begun() {
        Optional<YearMonth> month = joined.map(YearMonth::from);
        return sums.first().filter(first -> month.filter(first::isBefore).isPresent()).or(() -> month);
    }

    /** Whether the member has belonged to the programme for so many months on the day. */
    boolean hasTenure(int months, LocalDate day) {
        return joined.isEmpty() || !joined.get().plusMonths(months).isAfter(day);
    }
}
