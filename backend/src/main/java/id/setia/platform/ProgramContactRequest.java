package id.setia.platform;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where members should reach the programme. */
@Serdeable
@Schema(description = "Where members should reach the program.")
record ProgramContactRequest(
        @Nullable @Schema(description = "An e-mail address.", example = "halo@klub.example.com") String email,
        @Nullable @Schema(description = "A telephone number: digits, blanks, hyphens, parentheses.", example = "+62 21 5550 1234")
                String phone) {}
