package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** When members who are signed in prove once more to be themselves before they use points. */
@Serdeable
@Schema(description = "When members who are signed in prove once more to be themselves before they use points, and how long after a change of what opens their account nobody uses them.")
public record MemberSpendingPolicy(
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "From how many points at once they prove it once more; fewer they use as they are signed in.", example = "1000")
                Long proofFromPoints,
        @NotNull @Min(1) @Max(1_440) @Schema(description = "For how many minutes a proof, or the sign-in, counts.", example = "15")
                Integer proofMinutes,
        @NotNull @Min(0) @Max(720) @Schema(description = "For how many hours after a changed password, PIN, e-mail address or phone number points are not used, at a till neither; 0 for none.", example = "24")
                Integer coolingHours) {

    /** Name of the setting. */
    public static final String SETTING = "members.spending";

    /** While nobody has decided. */
    public static final MemberSpendingPolicy USUAL = new MemberSpendingPolicy(1_000L, 15, 24);

    Duration proofCounts() {
        return Duration.ofMinutes(proofMinutes);
    }

    Duration cooling() {
        return Duration.ofHours(coolingHours);
    }
}
