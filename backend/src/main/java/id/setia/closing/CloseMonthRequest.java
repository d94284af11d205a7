package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A month to be closed. */
@Serdeable
@Schema(description = "A month to be closed.")
record CloseMonthRequest(
        @NotNull
                @Schema(description = "The month, programme time: one that is over, right after the last one closed.", example = "2026-10")
                String month) {}
