package id.setia.approvals;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Requests for a second person's yes. */
@Serdeable
@Schema(description = "Requests for a second person's yes.")
public record ApprovalListResponse(
        @Schema(description = "The requests.") List<ApprovalResponse> items,
        @Schema(description = "How many wait in all.", example = "3") long waiting) {}
