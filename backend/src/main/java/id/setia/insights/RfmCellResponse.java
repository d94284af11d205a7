package id.setia.insights;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Members with the same scores. */
@Serdeable
@Schema(description = "Members with the same three scores.")
public record RfmCellResponse(
        @Schema(description = "1 to 5; 5 bought last.", example = "5") int recency,
        @Schema(description = "1 to 5; 5 buy most often.", example = "4") int frequency,
        @Schema(description = "1 to 5; 5 spend most.", example = "4") int monetary,
        @Schema(description = "Segment of the cell.", example = "champions") RfmSegment segment,
        @Schema(description = "How many members.", example = "412") long members,
        @Schema(description = "Days since the last purchase, on average.", example = "6.4") BigDecimal averageRecencyDays,
        @Schema(description = "Purchases in the window, on average.", example = "18.2") BigDecimal averagePurchases,
        @Schema(description = "Spend in the window, on average, rounded down.") Money averageSpend) {

    static RfmCellResponse of(RfmCell cell, Program program) {
        return new RfmCellResponse(
                cell.recency(),
                cell.frequency(),
                cell.monetary(),
                RfmSegment.of(cell.recency(), cell.frequency()),
                cell.members(),
                average(cell.recencyDays(), cell.members()),
                average(cell.purchases(), cell.members()),
                program.money(Math.floorDiv(cell.spend(), cell.members())));
    }

    static BigDecimal average(long sum, long members) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(members), 1, RoundingMode.HALF_UP);
    }
}
