package id.setia.insights;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** How a member buys, for staff. */
@Serdeable
@Schema(
        description = "How a member buys, as scored last. For the program's figures only, where the member does not let offers be"
                + " chosen by what they buy.")
public record MemberRfmResponse(
        @Schema(description = "Last day that counts.", example = "2026-11-27") LocalDate asOf,
        @Schema(description = "Days from the last purchase to that day.", example = "6") long recencyDays,
        @Schema(description = "Purchases in the window.", example = "18") long purchases,
        @Schema(description = "Spend in the window.") Money spend,
        @Schema(description = "1 to 5; 5 bought last.", example = "5") int recency,
        @Schema(description = "1 to 5; 5 buy most often.", example = "4") int frequency,
        @Schema(description = "1 to 5; 5 spend most.", example = "4") int monetary,
        @Schema(description = "Segment of the cell.", example = "champions") RfmSegment segment,
        @Schema(description = "Name of the segment.") LocalText segmentName) {

    public static MemberRfmResponse of(RfmScore score, Program program) {
        return new MemberRfmResponse(
                score.asOf(),
                score.recencyDays(),
                score.purchases(),
                program.money(score.spend()),
                score.recency(),
                score.frequency(),
                score.monetary(),
                score.segment(),
                score.segment().words());
    }
}
