package id.setia.platform;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** How far a sandbox's clock is to be moved: exactly one of its parts. */
@Serdeable
@Schema(description = "How far to move the clock: exactly one of `to` and `by`, at most 800 days.")
record MoveClockRequest(
        @Nullable @Schema(description = "The moment from which the clock runs on; later than it stands.", example = "2027-02-01T00:00:00Z") Instant to,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "By how much, as an ISO 8601 period; days and months are those of the program's time zone.",
                        example = "P1M")
                String by) {}
