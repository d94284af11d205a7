package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import id.setia.partners.Terminal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A till that signs, at a glance. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A till that signs, or did, at a glance.")
public record TillSigningResponse(
        @Schema(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
        @Schema(description = "Its number as receipts print it.", example = "3") String code,
        @Schema(description = "Whether its purchases and refunds are taken in signed batches alone.", example = "true") boolean signs,
        @Nullable @Schema(description = "When a batch moved one of its chains on; absent when none came.", example = "2026-11-22T03:04:05Z")
                Instant lastBatchAt,
        @Schema(description = "How many batches are missing, under all its keys.", example = "1") long missing,
        @Nullable @Schema(description = "Since when the first of them is known to be missing; absent when none is.", example = "2026-11-22T03:04:05Z")
                Instant missingSince,
        @Schema(description = "How many batches were refused because they are not what it signed, or not in their place.", example = "0")
                long refused) {

    static TillSigningResponse of(
            Terminal till, boolean signs, Optional<Instant> lastBatchAt, long missing, Optional<Instant> since, long refused) {
        return new TillSigningResponse(
                PublicId.TERMINAL.format(till.id()), till.code(), signs, lastBatchAt.orElse(null), missing,
                since.orElse(null), refused);
    }
}
