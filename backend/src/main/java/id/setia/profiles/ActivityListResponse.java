package id.setia.profiles;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a member's activity. */
@Serdeable
@Schema(description = "A page of a member's activity, the latest recorded first.")
public record ActivityListResponse(
        @Schema(description = "The movements.") List<ActivityItem> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MjAyNi0xMS0yMA")
                String nextCursor) {}
