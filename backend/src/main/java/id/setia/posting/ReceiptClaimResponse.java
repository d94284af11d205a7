package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** A receipt behind a code. */
@Serdeable
@Schema(description = "A receipt behind the code printed on it, and what can be done with it.")
public record ReceiptClaimResponse(
        @Schema(
                        description = "`open`: it may be claimed; `yours`: it is the caller's already; `claimed`: it is somebody else's or the code was used; `expired`; `refunded`: everything on it was given back.",
                        allowableValues = {"open", "yours", "claimed", "expired", "refunded"},
                        example = "open")
                String state,
        @Schema(description = "The code in groups, as people read it.", example = "7K2M-9QXA-4TRC") String code,
        @Nullable @Schema(description = "Where it was printed; absent when the receipt is somebody else's.") StoreSummary store,
        @Nullable @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @Nullable @Schema(description = "Total paid.") Money total,
        @Nullable
                @Schema(
                        description = "Points it gave, or would give somebody of the lowest tier; a higher tier may get more.",
                        example = "124")
                Long points,
        @Nullable @Schema(description = "Until when it may be claimed; absent when it may not.", example = "2026-12-04T11:42:00Z")
                Instant until,
        @Nullable @Schema(description = "The purchase, when it is the caller's.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String purchaseId) {}
