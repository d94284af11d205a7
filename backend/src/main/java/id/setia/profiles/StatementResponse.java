package id.setia.profiles;

import id.setia.points.NextExpiry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A month of a member's points. */
@Serdeable
@Schema(description = "A month of a member's points: what was recorded in it, so that a statement once given stays as it was. Figures are of available points.")
public record StatementResponse(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The month, in the program's time zone.", example = "2026-11") String month,
        @Schema(description = "Its first moment.", example = "2026-10-31T17:00:00Z") Instant from,
        @Schema(description = "The first moment after it.", example = "2026-11-30T17:00:00Z") Instant until,
        @Schema(description = "Whether the month is over.", example = "true") boolean complete,
        @Schema(description = "Points available when it began.", example = "12294") long openingBalance,
        @Schema(description = "Points that came.", example = "386") long received,
        @Schema(description = "Points that went, 0 or less.", example = "-200") long gone,
        @Schema(description = "Points available when it ended, or are now.", example = "12480") long closingBalance,
        @Schema(description = "The movements, the earliest recorded first, each with the balance after it.") List<ActivityItem> items,
        @Schema(description = "Whether there were more movements than a statement shows; the figures count all.", example = "false") boolean shortened,
        @Schema(description = "What of the closing balance lapses, by date, the next first.") List<NextExpiry> expiring) {}
