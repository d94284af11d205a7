package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Members of staff. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Members of staff, by name.")
public record StaffListResponse(
        @Schema(description = "The members of staff.") List<StaffResponse> items,
        @Nullable @Schema(description = "Where the next page begins; left out on the last.", example = "c3RmXzAxajl6cTNrNXY4dzJ4NHk2ejhhMGIyYzRk")
                String nextCursor) {}
