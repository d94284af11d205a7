package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How a membership stands. */
@Serdeable
@Schema(description = "How a membership stands.")
public record MembershipResponse(
        @Schema(description = "`unclaimed`, `active`, `frozen`, `closed`, `merged` or `erased`.", example = "active") String state,
        @Nullable @Schema(description = "Present while it is frozen.") FreezeResponse freeze,
        @Nullable @Schema(description = "Present when it is to end.") ClosingResponse closing,
        @Schema(description = "Whether the member has a password to prove themselves by.", example = "true") boolean passwordSet) {

    static MembershipResponse of(Membership membership) {
        return new MembershipResponse(
                membership.state().value(),
                membership.freeze()
                        .map(freeze -> new FreezeResponse(freeze.at(), freeze.by()))
                        .orElse(null),
                membership.closing()
                        .map(closing -> new ClosingResponse(closing.askedAt(), closing.by(), closing.finalAt()))
                        .orElse(null),
                membership.passwordSet());
    }
}
