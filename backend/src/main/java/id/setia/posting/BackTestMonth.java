package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The purchases of one month and tier. */
@Serdeable
@Schema(description = "The purchases of one month that were judged by one tier.")
public record BackTestMonth(
        @Schema(description = "Month, programme time.", example = "2026-10") String month,
        @Schema(description = "Code of the tier.", example = "gold") String tier,
        @Schema(description = "Its figures.") BackTestFigures figures) {}
