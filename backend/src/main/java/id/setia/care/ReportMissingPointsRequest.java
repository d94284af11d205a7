package id.setia.care;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A receipt whose points are missing. */
@Serdeable
@Schema(description = "A receipt whose points are missing, as it is printed.")
public record ReportMissingPointsRequest(
        @NotNull @Size(max = 40) @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @NotNull @Schema(description = "Date on the receipt, at most 14 days ago.", example = "2026-11-20") LocalDate businessDate,
        @NotBlank @Size(max = 60) @Schema(description = "Receipt number.", example = "0091-4471") String receiptNumber,
        @NotNull @Valid @Schema(description = "Total paid.") Money total,
        @Nullable @Size(max = 2_000) @Schema(description = "Anything else to say.", example = "Kartu saya tertinggal di rumah.") String note) {

    @Override
    public String toString() {
        return "ReportMissingPointsRequest[]";
    }
}
