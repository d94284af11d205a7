package id.setia.profiles;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a member's entries. */
@Serdeable
@Schema(description = "A page of a member's entries in the ledger, the oldest first.")
public record EntryListResponse(
        @Schema(description = "The entries, in the order of their numbers.") List<EntryResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "NDIgMjAyNi0xMS0yMFQxMTo0MjowMVo")
                String nextCursor) {}
