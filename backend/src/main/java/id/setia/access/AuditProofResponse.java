package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Whether the audit trail is whole. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether the audit trail is whole: each event carries the hash of the one before.")
public record AuditProofResponse(
        @Schema(description = "Whether nothing was changed, removed or inserted.", example = "true") Boolean holds,
        @Schema(description = "How many events were followed.", example = "4711") Long events,
        @Nullable @Schema(description = "Number of the first event that does not follow from the one before.", example = "812")
                Long brokenAt) {

    static AuditProofResponse of(AuditTrail.Check check) {
        return new AuditProofResponse(
                check.holds(), check.events(), check.brokenAt().isPresent() ? check.brokenAt().getAsLong() : null);
    }
}
