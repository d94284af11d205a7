package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Points to be added or taken by hand. */
@Serdeable
@Schema(description = "Points to be added or taken by hand.")
public record AdjustPointsRequest(
        @NotNull @Min(-1_000_000_000) @Max(1_000_000_000) @Schema(description = "More than 0 to add, less than 0 to take.", example = "500")
                Long points,
        @NotNull @Schema(description = "Why; the member reads it.", example = "goodwill") CorrectionReason reason,
        @NotBlank @Size(max = 500) @Schema(description = "In words, for other staff.", example = "Mesin kopi rusak, menunggu 20 menit")
                String explanation,
        @Nullable @Min(0) @Max(120) @Schema(description = "Points added lapse at the end of the month so many months after this one; 0 for never. 12 when absent.", example = "12")
                Integer expiryMonths,
        @Nullable @Size(max = 40) @Schema(description = "The partner that pays for points added; the program's owner when absent. Points taken are taken at the cost of who paid for them.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String fundingPartnerId,
        @Nullable @Size(max = 40) @Schema(description = "The member's purchase it puts right. Points taken then count against that purchase, so that a refund does not take them again.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String purchaseId,
        @Nullable @Schema(description = "Whether points that are not there become debt; otherwise taking more than is there is refused.", example = "false")
                Boolean mayOwe) {}
