package id.setia.earning;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/** When points lapse: at the end of the month, programme time, so many months after the month they were earned in. */
public final class ExpiryPolicy {

    private ExpiryPolicy() {}

    /**
     * The first moment at which they are gone.
     *
     * @param months 0 when points never lapse
     */
    public static Optional<Instant> expiresAt(Instant earnedAt, int months, ZoneId programZone) {
        if (months == 0) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.from(earnedAt.atZone(programZone)).plusMonths(months);
        return Optional.of(
                last.plusMonths(1).atDay(1).atStartOfDay(programZone).toInstant());
    }
}
