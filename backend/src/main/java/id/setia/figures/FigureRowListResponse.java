package id.setia.figures;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A page of what is behind a figure. */
@Serdeable
@Schema(description = "A page of what is behind a figure.")
public record FigureRowListResponse(
        @Schema(description = "First day whose rows count; of active members the first of their 30 or 90.", example = "2026-11-01") LocalDate from,
        @Schema(description = "Last day.", example = "2026-11-22") LocalDate until,
        @Schema(description = "The latest first. A page may have fewer than asked for, or none, and yet another behind it.") List<FigureRowResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MjAyNi0xMS0yMg") String nextCursor) {}
