package id.setia.posting;

import id.setia.earning.ExplanationItem;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What came of an event. */
@Serdeable
@Schema(description = "What came of something that a member did.")
public record MemberEventResponse(
        @Schema(description = "Its id.", example = "mev_01kq5zv4m8e7t9b3x2c1d0f6ga") String eventId,
        @Schema(description = "Code of the event.", example = "survey-answered") String code,
        @Schema(description = "When it happened.", example = "2026-11-22T03:04:05Z") Instant occurredAt,
        @Schema(description = "Points it gave.", example = "50") long points,
        @Schema(description = "What each rule gave; empty when none did.") List<ExplanationItem> explanation,
        @Schema(description = "Whether it was told of before, so that this had no effect.", example = "false")
                boolean replayed) {}
