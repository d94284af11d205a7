package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an import of members has come to. */
@Serdeable
@Schema(
        description = "What an import of members has come to so far; of a trial, what it would come to. Every row is in exactly"
                + " one of `imported`, `before` and `refused`.")
public record ArrivalCounts(
        @Schema(description = "Rows that made a member.", example = "980000") long imported,
        @Schema(description = "Rows whose member was imported before with the same content.", example = "0") long before,
        @Schema(description = "Rows refused, with a reason in the report.", example = "10000") long refused,
        @Schema(description = "Lines of the report: refused rows, and what was left out of imported ones.", example = "20000")
                long reported,
        @Schema(description = "Cards taken over.", example = "1300000") long cards,
        @Schema(description = "Phone numbers taken over.", example = "970000") long phones,
        @Schema(description = "E-mail addresses taken over.", example = "500000") long emails,
        @Schema(description = "Tiers taken over.", example = "120000") long tiers,
        @Schema(description = "Consents taken over, given or not.", example = "1500000") long consents,
        @Schema(description = "Lots of points opened.", example = "1400000") long lots,
        @Schema(description = "Points opened, by the partner who funds them.") List<ArrivalPoints> points,
        @Schema(description = "Points of imported rows that had expired before.", example = "51000") long pointsExpired,
        @Schema(description = "Points of rows that were imported before.", example = "0") long pointsBefore,
        @Schema(description = "Points of refused rows, as far as they are readable.", example = "8200") long pointsRefused,
        @Schema(description = "Members without the phone number of their row, since several rows have it.", example = "10000")
                long phonesShared,
        @Schema(description = "Members without the phone number of their row, since a member has it.", example = "12")
                long phonesTaken,
        @Schema(description = "Members without the e-mail address of their row, since several rows have it.", example = "40")
                long emailsShared,
        @Schema(description = "Members without the e-mail address of their row, since a member has it.", example = "3")
                long emailsTaken,
        @Schema(description = "Members without the tier of their row, which has ended.", example = "210") long tiersEnded) {

    static ArrivalCounts of(ArrivalTally tally, List<ArrivalPoints> points) {
        return new ArrivalCounts(
                tally.imported(),
                tally.before(),
                tally.refused(),
                tally.reported(),
                tally.cards(),
                tally.phones(),
                tally.emails(),
                tally.tiers(),
                tally.consents(),
                tally.lots(),
                points,
                tally.pointsExpired(),
                tally.pointsBefore(),
                tally.pointsRefused(),
                tally.phonesShared(),
                tally.phonesTaken(),
                tally.emailsShared(),
                tally.emailsTaken(),
                tally.tiersEnded());
    }
}
