package id.setia.figures;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The programme's figures in a period. */
@Serdeable
@Schema(description = "The program's figures in a period.")
public record FiguresResponse(
        @Schema(description = "Over which time they go.", example = "month") Period period,
        @Schema(description = "First day, program time.", example = "2026-11-01") LocalDate from,
        @Schema(description = "Last day that counts: the period's, or today while it is under way.", example = "2026-11-22") LocalDate until,
        @Schema(description = "Whether the period is over.", example = "false") boolean over,
        @Schema(description = "First day of the period before.", example = "2026-10-01") LocalDate beforeFrom,
        @Schema(description = "Last of its days that are compared.", example = "2026-10-22") LocalDate beforeUntil,
        @Nullable @Schema(description = "As of when everything was last counted; absent until it was.", example = "2026-11-22T04:10:00Z")
                Instant countedAt,
        @Schema(description = "The figures.") List<FigureResponse> figures,
        @Schema(description = "The stores that sold something or enrolled somebody, the best sales first.")
                List<StoreFiguresResponse> stores,
        @Schema(description = "What tiers moved.") TierMonthResponse tiers,
        @Schema(description = "The ten rewards that took most points.") List<RewardFiguresResponse> rewards) {}
