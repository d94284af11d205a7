package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A contact of a member; never what it is. */
@Serdeable
@Schema(description = "A contact of a member; never what it is.")
record ContactEventData(
        @Schema(description = "`email` or `phone`.", example = "phone") String kind,
        @Nullable @Schema(description = "Who did it: `member`, `staff`, `client` or `program`; absent where it is not told.", example = "member") String by) {}
