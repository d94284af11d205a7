package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is wrong with one field of a row. */
@Serdeable
@Schema(description = "What is wrong with one field of a row of a batch.")
public record RowFieldError(
        @Schema(description = "The field as a JSON pointer into the row.", example = "/lines/0/quantity") String pointer,
        @Schema(description = "Stable code of the mistake.", example = "required") String code,
        @Schema(description = "The mistake in words.") LocalText detail) {}
