package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A second person's no to a draft. */
@Serdeable
@Schema(description = "A second person's no to a draft.")
public record DraftRejectionResponse(
        @Schema(description = "In the words of who said no; may be empty.", example = "Terlalu mahal untuk bulan ini") String note,
        @Nullable @Schema(description = "Their name.", example = "Adi Nugroho") String by,
        @Schema(description = "When.", example = "2026-11-22T03:04:05Z") Instant at) {}
