package id.setia.documents;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A version of a public text. */
@Serdeable
@Schema(description = "A version of a public text, and what other versions there are.")
public record DocumentResponse(
        @Schema(description = "The version.", example = "doc_01kq5zv4m8e7t9b3x2c1d0f6ga") String documentId,
        @Schema(
                        description = "Which text it is.",
                        allowableValues = {"terms", "privacy"},
                        example = "terms")
                String kind,
        @Schema(description = "The version's name.", example = "2026-11") String version,
        @Schema(description = "Its first day, program time.", example = "2026-11-22") LocalDate effectiveFrom,
        @Schema(
                        description = "Whether it is yet to come, in force, or of earlier.",
                        allowableValues = {"coming", "in_force", "earlier"},
                        example = "in_force")
                String state,
        @Schema(
                        description = "The words. A line that begins with `#` is a heading, with `-` or `1.` an item of a list; `[words](address)` is a link; an empty line ends a paragraph.")
                LocalText text,
        @Schema(
                        description = "Whether it is the text a deployment begins with, which nobody of the program has reviewed yet.",
                        example = "false")
                boolean startingText,
        @Schema(description = "When it was published.", example = "2026-11-20T03:04:05Z") Instant publishedAt,
        @Schema(description = "All versions, the one that takes effect last first.") List<DocumentVersion> versions) {}
