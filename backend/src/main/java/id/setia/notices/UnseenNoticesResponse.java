package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many notices wait to be seen. */
@Serdeable
@Schema(description = "How many notices wait to be seen.")
public record UnseenNoticesResponse(@Schema(description = "How many.", example = "3") int unseen) {}
