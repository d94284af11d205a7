package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What somebody thinks of doing with a purchase. */
@Serdeable
@Schema(description = "What somebody thinks of doing with a purchase.")
public record CorrectionPreviewRequest(
        @NotNull @Schema(description = "The act.", example = "move") CorrectionAct act,
        @Nullable @Valid @Schema(description = "Who is to get it; not for `detach`.") MemberReferenceRequest member) {}
