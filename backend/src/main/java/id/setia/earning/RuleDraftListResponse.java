package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Drafts of rules. */
@Serdeable
@Schema(description = "Drafts of rules.")
public record RuleDraftListResponse(
        @Schema(description = "At most two hundred: the latest first, those already published last.")
                List<RuleDraftResponse> items) {}
