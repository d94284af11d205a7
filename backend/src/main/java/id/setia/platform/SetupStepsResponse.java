package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What there is to set up. */
@Serdeable
@Schema(description = "What there is to set up, in its order.")
record SetupStepsResponse(
        @Schema(description = "Whether everything is done.", example = "false") boolean done,
        @Schema(description = "The steps.") List<SetupStep> items) {}
