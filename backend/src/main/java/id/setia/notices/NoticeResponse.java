package id.setia.notices;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One thing a member is told. */
@Serdeable
@Schema(description = "One thing a member is told.")
public record NoticeResponse(
        @Schema(description = "The notice.", example = "ntc_01kq5zv4m8e7t9b3x2c1d0f6ga") String noticeId,
        @Schema(description = "What it tells.", example = "points_earned") String kind,
        @Schema(
                        description = "The group for which channels are chosen.",
                        allowableValues = {"points_in", "points_out", "expiry", "tier", "cases", "offers", "security"},
                        example = "points_in")
                String topic,
        @Schema(description = "The sentence in short.") LocalText title,
        @Schema(description = "What else there is to say.") LocalText text,
        @Schema(description = "When it happened.", example = "2026-11-22T03:04:05Z") Instant at,
        @Schema(description = "Whether the member has seen it.", example = "false") boolean seen,
        @Schema(description = "How it went out beside the inbox: `email`, `phone`.", example = "[\"email\"]")
                List<String> sent) {}
