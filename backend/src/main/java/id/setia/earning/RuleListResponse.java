package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All rules. */
@Serdeable
@Schema(description = "All earning rules.")
public record RuleListResponse(
        @Schema(description = "The rules: those in force first, then those to come, then those that ended.")
                List<RuleResponse> items) {}
