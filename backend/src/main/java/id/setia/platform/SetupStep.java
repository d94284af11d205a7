package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** One thing to set up. */
@Serdeable
@Schema(description = "One thing to set up before members come.")
record SetupStep(
        @Schema(
                        description = "What it is: naming the program, a store, a till with credentials, a rule for shopping, reviewed terms and privacy notice.",
                        allowableValues = {"program", "store", "till", "rule", "texts"},
                        example = "store")
                String step,
        @Schema(description = "Whether it is done.", example = "false") boolean done) {}
