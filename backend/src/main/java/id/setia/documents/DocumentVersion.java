package id.setia.documents;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A version of a public text without its words. */
@Serdeable
@Schema(description = "A version of a public text, without its words.")
public record DocumentVersion(
        @Schema(description = "Its name.", example = "2026-11") String version,
        @Schema(description = "Its first day, program time.", example = "2026-11-22") LocalDate effectiveFrom,
        @Schema(
                        description = "Whether it is yet to come, in force, or of earlier.",
                        allowableValues = {"coming", "in_force", "earlier"},
                        example = "in_force")
                String state) {}
