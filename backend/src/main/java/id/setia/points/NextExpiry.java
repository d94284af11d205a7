package id.setia.points;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Points that lapse together, next. */
@Serdeable
@Schema(description = "Points that lapse together, next.")
public record NextExpiry(
        @Schema(description = "How many.", example = "1820") long points,
        @Schema(description = "The first moment at which they are gone.", example = "2026-12-31T17:00:00Z") Instant at,
        @Schema(description = "What they are worth.") Money worth) {

    /** What of a balance lapses, by moment. */
    public static List<NextExpiry> all(Balance balance, Program program) {
        SortedMap<Instant, Long> byMoment = new TreeMap<>();
        for (Balance.LotLeft lot : balance.lots()) {
            if (lot.state().equals(LotState.AVAILABLE.value())) {
                lot.expiresAt().ifPresent(at -> byMoment.merge(at, lot.points(), Long::sum));
            }
        }
        return byMoment.entrySet().stream()
                .map(lapsing -> new NextExpiry(lapsing.getValue(), lapsing.getKey(), program.worthOf(lapsing.getValue())))
                .toList();
    }
}
