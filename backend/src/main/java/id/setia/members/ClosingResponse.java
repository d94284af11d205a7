package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** That a membership is to end. */
@Serdeable
@Schema(description = "That a membership is to end.")
public record ClosingResponse(
        @Schema(description = "When it was asked for.", example = "2026-11-22T01:40:00Z") Instant askedAt,
        @Schema(description = "Who asked.", allowableValues = {"member", "staff"}, example = "member") String by,
        @Schema(description = "When points lapse and the membership ends; until then everything stays.", example = "2026-12-06T01:40:00Z") Instant finalAt) {}
