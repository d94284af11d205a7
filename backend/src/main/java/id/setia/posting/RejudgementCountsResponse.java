package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What judging again comes to. */
@Serdeable
@Schema(description = "What judging again comes, or came, to.")
public record RejudgementCountsResponse(
        @Schema(description = "Purchases gone over.", example = "1250") long seen,
        @Schema(description = "Purchases whose points change.", example = "312") long purchases,
        @Schema(description = "Members whose points change.", example = "287") long members,
        @Schema(description = "Points taken back.", example = "18400") long pointsTaken,
        @Schema(description = "Points given.", example = "0") long pointsGiven,
        @Schema(description = "How many of the points taken were used already and are owed.", example = "950") long debt) {

    static RejudgementCountsResponse of(RejudgementCounts counts) {
        return new RejudgementCountsResponse(
                counts.seen(), counts.purchases(), counts.members(), counts.taken(), counts.given(), counts.debt());
    }
}
