package id.setia.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who read a member's data. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who read a member's data, the latest first.")
public record ProfileReadListResponse(
        @Schema(description = "One for each till or system and each hour.") List<ProfileReadResponse> items,
        @Nullable @Schema(description = "Where the next page begins; left out on the last.", example = "MTc2NDM3ODAwMA")
                String nextCursor) {}
