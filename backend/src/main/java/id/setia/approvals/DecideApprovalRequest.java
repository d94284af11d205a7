package id.setia.approvals;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** A yes or a no, with a word why. */
@Serdeable
@Schema(description = "A yes or a no, with a word why.")
public record DecideApprovalRequest(
        @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail and for who asked.", example = "Sudah dicek di toko")
                String note) {}
