package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** How a member wants to be told. */
@Serdeable
@Schema(description = "How a member wants to be told; topics that are not named stay as they are.")
public record ChooseNoticesRequest(
        @NotNull @Valid @Size(max = 10) @Schema(description = "The topics.") List<NoticeChoice> items) {}
