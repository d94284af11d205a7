package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** One field of a request that is wrong. */
@Serdeable
@Schema(name = "ProblemField", description = "What is wrong with one field of a request.")
record ProblemField(
        @Schema(
                        description = "The field as a JSON pointer into the body; a parameter of path or query is named likewise.",
                        example = "/lines/0/quantity")
                String pointer,
        @Schema(description = "Stable code of the mistake.", example = "required") String code,
        @Schema(description = "The mistake in the caller's language.", example = "Wajib diisi.") String detail) {}
