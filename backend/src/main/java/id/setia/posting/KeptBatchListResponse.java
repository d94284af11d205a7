package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of the signed batches of a till. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of the signed batches of a till, the highest numbers of the newest key first.")
public record KeptBatchListResponse(
        @Schema(description = "The batches.") List<KeptBatchResponse> items,
        @Nullable @Schema(description = "Where the next page begins; left out on the last.", example = "MS40Mg") String nextCursor) {}
