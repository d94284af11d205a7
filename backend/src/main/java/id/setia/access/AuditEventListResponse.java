package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of the audit trail. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of the audit trail, the newest first.")
public record AuditEventListResponse(
        @Schema(description = "The events.") List<AuditEventResponse> items,
        @Nullable @Schema(description = "Where the next page begins; left out on the last.", example = "NDcxMQ") String nextCursor) {}
