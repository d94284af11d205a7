package id.setia.insights;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** A named group of cells. */
@Serdeable
@Schema(description = "A named group of cells, by recency and frequency.")
public record RfmSegmentResponse(
        @Schema(description = "Code of the segment.", example = "at_risk") RfmSegment segment,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "How many members.", example = "1204") long members,
        @Nullable @Schema(description = "Days since the last purchase, on average; absent without members.", example = "91.5")
                BigDecimal averageRecencyDays,
        @Nullable @Schema(description = "Purchases in the window, on average; absent without members.", example = "5.1")
                BigDecimal averagePurchases,
        @Nullable @Schema(description = "Spend in the window, on average, rounded down; absent without members.")
                Money averageSpend) {

    static RfmSegmentResponse of(RfmSegment segment, List<RfmCell> all, Program program) {
        List<RfmCell> cells = all.stream()
                .filter(cell -> RfmSegment.of(cell.recency(), cell.frequency()) == segment)
                .toList();
        long members = cells.stream().mapToLong(RfmCell::members).sum();
        if (members == 0) {
            return new RfmSegmentResponse(segment, segment.words(), 0, null, null, null);
        }
        return new RfmSegmentResponse(
                segment,
                segment.words(),
                members,
                RfmCellResponse.average(cells.stream().mapToLong(RfmCell::recencyDays).sum(), members),
                RfmCellResponse.average(cells.stream().mapToLong(RfmCell::purchases).sum(), members),
                program.money(Math.floorDiv(cells.stream().mapToLong(RfmCell::spend).sum(), members)));
    }
}
