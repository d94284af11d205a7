package id.setia.figures;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A figure in one of the periods. */
@Serdeable
@Schema(description = "A figure in one of the periods.")
public record FigurePointResponse(
        @Schema(description = "First day of the period.", example = "2026-10-01") LocalDate from,
        @Nullable @Schema(description = "How much it was; absent where it was not counted or there is nothing to divide by.")
                FigureValueResponse value) {}
