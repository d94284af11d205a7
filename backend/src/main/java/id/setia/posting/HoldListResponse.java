package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Holds that are open. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Holds that are open: a member's, the oldest first, or everybody's, the one that ends next first.")
public record HoldListResponse(
        @Schema(description = "The holds.") List<HoldResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MDE5M2E1ZTItN2IwYy03") String nextCursor) {}
