package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A purchase whose points would have been others. */
@Serdeable
@Schema(description = "A purchase whose points would have been others.")
public record BackTestReceipt(
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "The member whose it is.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Nullable @Schema(description = "The number printed on it; absent where there is none.", example = "M1042")
                String receiptNumber,
        @Schema(description = "When it was made.", example = "2026-10-05T04:12:00Z") Instant occurredAt,
        @Schema(description = "What was paid.") Money total,
        @Schema(description = "Points that the rules of then give.", example = "186") long pointsBefore,
        @Schema(description = "Points it would have given.", example = "372") long pointsWith,
        @Schema(description = "The rules whose points differ, at most two.") List<BackTestReason> reasons) {

    long difference() {
        return pointsWith - pointsBefore;
    }
}
