package id.setia.documents;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** A version to be published. */
@Serdeable
@Schema(description = "A version of a public text to be published.")
public record PublishDocumentRequest(
        @NotNull
                @Schema(description = "Its name: up to 20 letters, digits, points and hyphens, not used before.", example = "2026-12")
                String version,
        @NotNull @Schema(description = "Its first day, program time: today or later.", example = "2026-12-01")
                LocalDate effectiveFrom,
        @NotNull
                @Valid
                @Schema(description = "The words in both languages, each 1 to 60,000 characters; headings, paragraphs, lists and links.")
                LocalText text) {}
