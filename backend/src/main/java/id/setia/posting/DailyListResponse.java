package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** What people and cashiers did on a day beside selling. */
@Serdeable
@Schema(description = "What people and cashiers did on a day beside selling, the unusual first.")
public record DailyListResponse(
        @Schema(description = "The programme's day.", example = "2026-11-20") LocalDate date,
        @Schema(description = "The people and cashiers.") List<DailyRowResponse> items) {}
