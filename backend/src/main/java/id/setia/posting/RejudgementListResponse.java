package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How often a rule was judged again. */
@Serdeable
@Schema(description = "What of a rule was judged again.")
public record RejudgementListResponse(@Schema(description = "The latest first.") List<RejudgementResponse> items) {}
