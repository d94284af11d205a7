package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A word that was given once. */
@Serdeable
@Schema(description = "A word that was given once; a later one does not change it.")
public record ConsentRecordResponse(
        @Schema(description = "What for: `terms` or a purpose.", example = "marketing_phone") String purpose,
        @Schema(description = "Whether it was a yes.", example = "true") boolean given,
        @Schema(description = "Version of the text that was shown.", example = "2026-11") String textVersion,
        @Schema(
                        description = "Language of that text.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @Schema(description = "Where it was given: `web`, `till`, `import`, `staff`, or through a partner's system `counter`, `app`, `phone` or `paper`.", example = "web") String channel,
        @Schema(
                        description = "Who wrote it down.",
                        allowableValues = {"member", "staff", "client", "system"},
                        example = "member")
                String recordedBy,
        @Schema(description = "When.", example = "2026-11-22T01:40:00Z") Instant recordedAt) {

    static ConsentRecordResponse of(ConsentRows.Row row) {
        return new ConsentRecordResponse(
                row.purpose(),
                row.given(),
                row.textVersion(),
                row.language(),
                row.channel(),
                recorder(row.recordedBy()),
                row.recordedAt());
    }

    private static String recorder(String id) {
        if (id.startsWith("mem_")) {
            return "member";
        }
        if (id.startsWith("cli_")) {
            return "client";
        }
        return id.startsWith("stf_") ? "staff" : "system";
    }
}
