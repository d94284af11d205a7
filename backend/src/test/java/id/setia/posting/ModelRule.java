package id.setia.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The rules of the shop of the model, said again in plain arithmetic, in the order of their codes. */
enum ModelRule {
    /** One point for each whole Rp1.000. */
    BASE(12, 0),
    /** One point more for each whole Rp1.000 of fresh goods. */
    FRESH(1, 0),
    /** Seven points for each whole piece of coffee, after ten days; at most so many for a member and day. */
    COFFEE(6, 10);

    static final long COFFEE_A_PIECE = 7;
    static final long COFFEE_A_DAY = 60;

    private static final long SEN = 100_000;
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    final int months;
    final int waitingDays;

    ModelRule(int months, int waitingDays) {
        this.months = months;
        this.waitingDays = waitingDays;
    }

    /** What it gives for lines without its cap. */
    long of(List<ModelLine> lines) {
        return switch (this) {
            case BASE -> base(lines) / SEN;
            case FRESH -> base(of(lines, ModelLine.Kind.FRESH)) / SEN;
            case COFFEE -> COFFEE_A_PIECE * pieces(of(lines, ModelLine.Kind.COFFEE));
        };
    }

    private static List<ModelLine> of(List<ModelLine> lines, ModelLine.Kind kind) {
        return lines.stream().filter(line -> line.kind == kind).toList();
    }

    static long base(List<ModelLine> lines) {
        return lines.stream().mapToLong(ModelLine::baseLeft).sum();
    }

    private static long pieces(List<ModelLine> lines) {
        return lines.stream()
                .filter(line -> line.baseLeft() > 0)
                .map(ModelLine::quantityLeft)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Its points lapse at the end of a month. */
    Optional<Instant> expiresAt(Instant earned) {
        YearMonth last = YearMonth.from(earned.atZone(JAKARTA)).plusMonths(months);
        return Optional.of(last.plusMonths(1).atDay(1).atStartOfDay(JAKARTA).toInstant());
    }

    Optional<Instant> releasesAt(Instant earned) {
        return waitingDays == 0 ? Optional.empty() : Optional.of(earned.plus(Duration.ofDays(waitingDays)));
    }
}
