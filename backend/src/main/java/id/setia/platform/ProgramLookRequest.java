package id.setia.platform;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The colour a programme should have. */
@Serdeable
@Schema(description = "The color the program should have.")
record ProgramLookRequest(
        @Nullable
                @Schema(
                        description = "Primary color, on which white text must be readable (4.5 to 1); left out for the product's own.",
                        example = "#2b3591")
                String primaryColor) {}
