package id.setia.platform;

import id.setia.program.ProgramLook;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The programme's logo. */
@Serdeable
@Schema(description = "The program's logo. Another picture has another address.")
record ProgramLogo(
        @Schema(description = "Where the picture is.", example = "/api/v1/program/logos/0f1e2d3c4b5a69788796a5b4c3d2e1f0") String url,
        @Schema(description = "Its width in pixels.", example = "512") int width,
        @Schema(description = "Its height in pixels.", example = "128") int height) {

    static Optional<ProgramLogo> of(ProgramLook look) {
        return Optional.ofNullable(look.logo())
                .map(logo -> new ProgramLogo(Api.BASE + "/program/logos/" + logo.name(), logo.width(), logo.height()));
    }
}
