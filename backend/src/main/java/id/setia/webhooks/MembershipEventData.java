package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Something that happened to a membership or its cards. */
@Serdeable
@Schema(description = "Something that happened to a membership or its cards.")
record MembershipEventData(
        @Nullable @Schema(description = "Who did it: `member`, `staff`, `client` or `program`; absent where it is not told.", example = "member") String by) {}
