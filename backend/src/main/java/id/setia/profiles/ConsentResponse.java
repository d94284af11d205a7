package id.setia.profiles;

import id.setia.members.MemberProfile;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A member's word on a purpose. */
@Serdeable
@Schema(description = "A member's latest word on one use of their data.")
public record ConsentResponse(
        @Schema(description = "`marketing_email`, `marketing_phone`, `profiling` or `partner_sharing`.", example = "profiling") String purpose,
        @Schema(description = "Whether it is a yes.", example = "true") boolean given,
        @Schema(description = "Version of the text that was shown.", example = "2026-11") String textVersion,
        @Schema(description = "Since when.", example = "2026-11-01T03:00:00Z") Instant since,
        @Schema(description = "Where it was said.", example = "web") String channel) {

    static ConsentResponse of(MemberProfile.Consent consent) {
        return new ConsentResponse(
                consent.purpose().value(),
                consent.given(),
                consent.textVersion(),
                consent.since(),
                consent.channel());
    }
}
