package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who is signed in on this browser. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who is signed in on this browser.")
public record SessionResponse(
        @Schema(
                        description = "Whose session it is; `none` when nobody is signed in.",
                        allowableValues = {"none", "member", "staff"},
                        example = "member")
                String kind,
        @Schema(
                        description = "Send it as `X-CSRF-Token` with every request that is not a GET; empty when nobody is signed in.",
                        example = "mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf0b3H4l2abc")
                String csrfToken,
        @Nullable @Schema(description = "The name to greet them by.", example = "Budi Santoso") String displayName,
        @Nullable @Schema(description = "The member, for a member's session.", example = "mem_01j9zq3k5v8w2x4y6z8a0b2c4d")
                String memberId,
        @Nullable
                @Schema(description = "The member of staff, for a staff session.", example = "stf_01j9zq3k5v8w2x4y6z8a0b2c4d")
                String staffId,
        @Schema(description = "The roles of a member of staff; otherwise empty.", example = "[\"service_agent\"]")
                List<String> roles,
        @Schema(
                        description = "The stores a store manager answers for; otherwise empty.",
                        example = "[\"sto_01j9zq3k5v8w2x4y6z8a0b2c4d\"]")
                List<String> stores,
        @Nullable
                @Schema(
                        description = "The member's language.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @Schema(
                        description = "Whether a member of staff must set up the second factor that the program requires before anything else.",
                        example = "false")
                Boolean secondFactorNeeded) {

    static SessionResponse none() {
        return new SessionResponse("none", "", null, null, null, List.of(), List.of(), null, false);
    }
}
