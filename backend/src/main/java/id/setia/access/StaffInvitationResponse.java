package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Whom an invitation is for. */
@Serdeable
@Schema(description = "Whom an invitation is for.")
public record StaffInvitationResponse(
        @Schema(description = "The name they were invited by.", example = "Rina Hartono") String name,
        @Schema(description = "The e-mail address they will sign in with.", example = "rina@example.com") String email) {}
