package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an act would do, reckoned by what would do it. */
@Serdeable
@Schema(description = "What an act would do; nothing has happened yet.")
public record CorrectionPreviewResponse(
        @Schema(description = "What it would do to each member concerned; who loses something first.") List<EffectResponse> effects) {}
