package id.setia.insights;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How members buy, as scored last. */
@Serdeable
@Schema(
        description = "How members buy: recency, frequency and monetary value, each scored from 1 to 5. Counts every member who"
                + " bought within the window, whatever they consent to; before the first run there is nothing.")
public record RfmResponse(
        @Nullable @Schema(description = "Last day that counts; absent before the first run.", example = "2026-11-27")
                LocalDate asOf,
        @Nullable @Schema(description = "When it was computed; absent before the first run.", example = "2026-11-27T17:12:00Z")
                Instant computedAt,
        @Schema(description = "Length of the window in months.", example = "12") int months,
        @Schema(description = "Members who bought within the window.", example = "48210") long members,
        @Schema(description = "Cells with members, the best first; at most 125.") List<RfmCellResponse> cells,
        @Schema(description = "All segments.") List<RfmSegmentResponse> segments) {}
