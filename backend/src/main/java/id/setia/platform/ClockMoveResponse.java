package id.setia.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A step of the clock and how far it has come. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A step of a sandbox's clock and how far it has come.")
record ClockMoveResponse(
        @Schema(description = "The step.", example = "clk_01kq5zv4m8e7t9b3x2c1d0f6ga") String clockMoveId,
        @Schema(
                        description = "`done` when the clock is there and all that fell due is done; `running` while days pass or something that fell due is still being done.",
                        allowableValues = {"running", "done"},
                        example = "done")
                String state,
        @Schema(description = "Where the clock stood.", example = "2026-11-22T03:04:05Z") Instant from,
        @Schema(description = "Where it goes.", example = "2027-02-01T00:00:00Z") Instant to,
        @Schema(description = "The program's time now.", example = "2027-02-01T00:00:01Z") Instant now,
        @Nullable @Schema(description = "What is being done at the moment; absent when nothing is.", example = "tier_runs") String working) {

    static ClockMoveResponse of(ClockMove move, Instant now, Optional<String> working) {
        return new ClockMoveResponse(
                PublicId.CLOCK_MOVE.format(move.id()),
                move.finished() ? "done" : "running",
                move.from(),
                move.to(),
                now,
                move.finished() ? null : working.orElse(null));
    }
}
