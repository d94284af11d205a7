package id.setia.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of files of receipts. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of files of receipts, the latest first.")
public record ReceiptJobListResponse(
        @Schema(description = "The files.") List<ReceiptJobResponse> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "am9iXzAxa3E1enY0bTg") String nextCursor) {}
