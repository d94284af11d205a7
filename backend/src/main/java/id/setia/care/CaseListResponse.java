package id.setia.care;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Cases. */
@Serdeable
@Schema(description = "Cases.")
public record CaseListResponse(
        @Schema(description = "The cases.") List<CaseSummary> items,
        @Nullable @Schema(description = "Where the next page begins.", example = "MjAyNi0xMS0yMlQwMzowNDowNVo") String nextCursor) {}
