package id.setia.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.program.Palette;
import id.setia.program.ProgramLook;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How the programme looks. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How the program looks.")
record ProgramLookResponse(
        @Nullable @Schema(description = "Primary color; absent while it is the product's own.", example = "#2b3591")
                String primaryColor,
        @Nullable @Schema(description = "The shades that follow from it.") Palette palette,
        @Nullable @Schema(description = "The logo; absent while it is the product's own mark.") ProgramLogo logo) {

    static ProgramLookResponse of(ProgramLook look) {
        return new ProgramLookResponse(
                look.primaryColor(), look.palette().orElse(null), ProgramLogo.of(look).orElse(null));
    }
}
