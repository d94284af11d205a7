package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member's code for friends. */
@Serdeable
@Schema(description = "A member's code for friends, and what became of it.")
public record ReferralResponse(
        @Schema(description = "What a friend names at joining.", example = "K7WQ2MXA") String code,
        @Schema(description = "Friends who joined with it.", example = "3") long invited,
        @Schema(description = "Friends whose first purchase brought both their points.", example = "2") long rewarded) {}
